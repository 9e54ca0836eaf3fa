package dev.fargate.simulator.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers ECS operations; may be called from any thread. */
public interface EcsApi {

    /**
     * Answers one operation.
     *
     * @return the reply's body, which belongs to the caller
     * @throws AwsFault when ECS would refuse the call
     */
    ObjectNode call(EcsCall call) throws AwsFault;
}
