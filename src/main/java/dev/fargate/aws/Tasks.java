package dev.fargate.aws;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;

/** ECS tasks. */
public interface Tasks {

    /**
     * RunTask with a client token: the same token and request start nothing a second time, for the lesser of 24 hours and an hour more
     * than the tasks live (ECS API reference, "Ensuring idempotency"). With another request AWS names the tasks of the first.
     */
    Started run(RunTaskRequest request);

    /** The most tasks that one RunTask starts (ECS API reference). */
    int MOST_STARTED = 10;

    /**
     * What came of a RunTask, which may have started only some.
     *
     * @param arns of the tasks, of this call or of an earlier one with its token
     * @param failures why others were not started, one for each
     */
    record Started(List<String> arns, List<Unplaced> failures) {
        public Started {
            arns = List.copyOf(arns);
            failures = List.copyOf(failures);
        }
    }

    /**
     * StopTask: SIGTERM, and SIGKILL after the containers' stopTimeout.
     *
     * @param reason becomes the task's stoppedReason
     */
    Task stop(String clusterArn, String task, String reason);

    /**
     * ListTasks of a service with desired status STOPPED: ARNs of tasks that ended in the last hour or so, in no order. One page, which is
     * as many as {@link #describe} takes; a service that loses more in an hour does not need more to be understood.
     */
    List<String> stopped(String clusterArn, String service);

    /** ListTasks by startedBy, which shows those that are not about to stop: it takes no other filter. All pages. */
    List<String> startedBy(String clusterArn, String startedBy);

    /** ListTasks of a family with desired status STOPPED. All pages. */
    List<String> stoppedOfFamily(String clusterArn, String family);

    /**
     * DescribeTasks, at most {@link #BATCH} at a time. What may be secret is left out: overrides, and commands in ECS's words.
     */
    Described describe(String clusterArn, List<String> tasks);

    /** The most tasks that one DescribeTasks takes, and a page of ListTasks has (ECS API reference). */
    int BATCH = 100;

    /**
     * A reply of DescribeTasks. A task that stands in neither list was not answered for: nothing is known of it.
     *
     * @param missing ids or ARNs, as asked, that AWS answered MISSING for: not visible yet, or forgotten an hour after they stopped
     */
    record Described(List<Task> tasks, Set<String> missing) {}
}
