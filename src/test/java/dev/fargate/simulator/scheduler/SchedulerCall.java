package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.wire.Realm;

/**
 * One request to EventBridge Scheduler.
 *
 * @param input all members of the operation's input by their names in the model, wherever in the request they stood
 */
public record SchedulerCall(String operation, ObjectNode input, Realm realm) {

    String text(String member) {
        return input.path(member).asText("");
    }
}
