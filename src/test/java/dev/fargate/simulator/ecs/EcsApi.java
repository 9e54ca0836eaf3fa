package dev.fargate.simulator.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers ECS operations; may be called from any thread. */
public interface EcsApi {

    /**
     * Answers one operation.
     *
     * @return the reply's body, to be read and not to be changed: equal settings of many services are one object
     * @throws AwsFault when ECS would refuse the call
     */
    ObjectNode call(EcsCall call) throws AwsFault;
}
