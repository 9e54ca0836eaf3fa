package dev.fargate.simulator.ecs.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What is known of the objects that a request names, with a failure for each that is not there. */
public final class Description {
    private Description() {}

    /**
     * The reply.
     *
     * @param member what the list is called in request and reply
     * @param most how many may be asked for at once
     * @param view what is known of one; empty: it is not there
     * @param arn how the failure names one
     */
    public static ObjectNode of(
            String member,
            List<String> names,
            int most,
            Function<String, Optional<JsonNode>> view,
            UnaryOperator<String> arn) {
        String title = member.substring(0, 1).toUpperCase(Locale.ROOT) + member.substring(1);
        if (names.isEmpty()) {
            throw AwsFault.invalidParameter(title + " cannot be empty.");
        }
        if (names.size() > most) {
            throw AwsFault.invalidParameter("%s can have at most %d items.".formatted(title, most));
        }
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode found = reply.putArray(member);
        ArrayNode failures = reply.putArray("failures");
        for (String name : names) {
            view.apply(name).ifPresentOrElse(found::add, () -> failures.addObject()
                    .put("arn", arn.apply(name))
                    .put("reason", "MISSING"));
        }
        return reply;
    }
}
