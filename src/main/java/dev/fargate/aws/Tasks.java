package dev.fargate.aws;

import java.util.List;
import software.amazon.awssdk.services.ecs.model.Task;

/** ECS tasks. */
public interface Tasks {

    /**
     * ListTasks of a service with desired status STOPPED: ARNs of tasks that ended in the last hour or so, in no order. One page, which is
     * as many as {@link #describe} takes; a service that loses more in an hour does not need more to be understood.
     */
    List<String> stopped(String clusterArn, String service);

    /**
     * DescribeTasks, at most {@link #BATCH} at a time; those that ECS has forgotten are left out, and so is what may be secret: overrides,
     * and commands in ECS's words.
     */
    List<Task> describe(String clusterArn, List<String> arns);

    /** The most tasks that one DescribeTasks takes, and a page of ListTasks has (ECS API reference). */
    int BATCH = 100;
}
