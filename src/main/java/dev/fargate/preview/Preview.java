package dev.fargate.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.fargate.api.Cost;
import dev.fargate.api.PlannedChange;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What would be done for one resource, and what stands against it. The names of the fields may be relied on.
 *
 * @param name {@code namespace/name}, or the name of an environment
 * @param problem why it could not be done, or null
 * @param cost afterwards, or null where it is not known
 */
@JsonInclude(Include.NON_EMPTY)
@JsonPropertyOrder({"kind", "name", "plan", "problem", "cost"})
public record Preview(String kind, String name, List<PlannedChange> plan, Trouble problem, Cost cost) {

    /** What stands against it: a reason of the condition Ready, and the sentence. */
    public record Trouble(String reason, String message) {}

    static Preview of(
            String kind, String name, List<Condition> conditions, List<PlannedChange> plan, Optional<Cost> cost) {
        Trouble trouble = Conditions.find(conditions, Conditions.READY)
                .filter(ready -> !"True".equals(ready.getStatus()))
                .map(ready -> new Trouble(ready.getReason(), ready.getMessage()))
                .orElse(null);
        return new Preview(kind, name, plan, trouble, cost.orElse(null));
    }

    /** AWS gave no answer, which passes. */
    static Preview unanswered(String kind, String name) {
        return new Preview(
                kind,
                name,
                List.of(),
                new Trouble(
                        "AwsUnavailable", "AWS gave no answer. Try again; if it lasts, look at region and network."),
                null);
    }

    public boolean changes() {
        return !plan.isEmpty();
    }
}
