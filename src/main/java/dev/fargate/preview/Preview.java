package dev.fargate.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.fargate.api.Cost;
import dev.fargate.api.PlannedChange;
import dev.fargate.api.PreflightReport;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What would be done for one resource, and what stands against it. The names of the fields may be relied on.
 *
 * @param name {@code namespace/name}, or the name of an environment
 * @param problem why it could not be done, or null
 * @param preflight what will keep its tasks from starting, and what of that is not known
 * @param passed what is as it must be; of reachability also by which way
 * @param cost afterwards, or null where it is not known
 */
@JsonInclude(Include.NON_EMPTY)
@JsonPropertyOrder({"kind", "name", "plan", "problem", "preflight", "passed", "cost"})
public record Preview(
        String kind,
        String name,
        List<PlannedChange> plan,
        Trouble problem,
        List<PreflightReport.Problem> preflight,
        List<String> passed,
        Cost cost) {

    /** What stands against it: a reason of the condition Ready, and the sentence. */
    public record Trouble(String reason, String message) {}

    static Preview of(
            String kind, String name, List<Condition> conditions, List<PlannedChange> plan, Optional<Cost> cost) {
        Trouble trouble = Conditions.find(conditions, Conditions.READY)
                .filter(ready -> !"True".equals(ready.getStatus()))
                .map(ready -> new Trouble(ready.getReason(), ready.getMessage()))
                .orElse(null);
        return new Preview(kind, name, plan, trouble, List.of(), List.of(), cost.orElse(null));
    }

    /** AWS gave no answer, which passes. */
    static Preview unanswered(String kind, String name) {
        return new Preview(
                kind,
                name,
                List.of(),
                new Trouble(
                        "AwsUnavailable", "AWS gave no answer. Try again; if it lasts, look at region and network."),
                List.of(),
                List.of(),
                null);
    }

    /** The same with what its tasks will meet with. */
    Preview expecting(Optional<PreflightReport> report) {
        return new Preview(
                kind,
                name,
                plan,
                problem,
                report.map(PreflightReport::problems).orElse(List.of()),
                report.map(PreflightReport::passed).orElse(List.of()),
                cost);
    }

    /** Something stands against it, or its tasks would not start. */
    public boolean isHindered() {
        return problem != null || preflight.stream().anyMatch(PreflightReport.Problem::isFailure);
    }

    public boolean changes() {
        return !plan.isEmpty();
    }
}
