package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Client tokens: a call that was made already is answered as it was, and has no effect. AWS does not document how long a token lives, nor
 * what another call with it gets; here it lives for ever, and the other call is a conflict.
 */
final class Tokens {
    private record Use(ObjectNode input, ObjectNode reply) {}

    private final Map<String, Use> uses = new HashMap<>();

    ObjectNode once(SchedulerCall call, Supplier<ObjectNode> effect) {
        String token = call.text("ClientToken");
        if (token.isEmpty()) {
            return effect.get();
        }
        String key = call.realm() + "/" + call.operation() + "/" + token;
        Use use = uses.get(key);
        if (use == null) {
            ObjectNode reply = effect.get();
            uses.put(key, new Use(call.input().deepCopy(), reply));
            return reply;
        }
        if (!use.input().equals(call.input())) {
            throw new AwsFault(409, "ConflictException", "The client token was used for another request.");
        }
        return use.reply();
    }
}
