package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.wire.Realm;

/** What EventBridge Scheduler asks of the services beside it. */
public interface Around {

    boolean roleExists(Realm realm, String arn);

    /**
     * ECS's RunTask.
     *
     * @return its reply
     * @throws AwsFault when ECS refuses
     */
    ObjectNode runTask(Realm realm, ObjectNode request);

    /** Sends a message to a queue; the attributes are texts by their names. */
    void deadLetter(Realm realm, String queueArn, String body, ObjectNode attributes);
}
