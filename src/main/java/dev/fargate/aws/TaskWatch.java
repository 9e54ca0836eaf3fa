package dev.fargate.aws;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * The one place that reads the tasks of runs: looks that are due travel together, at most a hundred in a DescribeTasks, and a batch takes
 * along those that would be due next. Owners are told of the looks that they asked for, and of changes seen along the way.
 */
public interface TaskWatch {

    /** The newest look; a failed one only if nothing newer succeeded. */
    Optional<TaskLook> latest(TaskRef ref);

    /** Asks for a look at {@code at}; its owner is told of it whatever it is. Keeps the earlier of two times asked for. */
    void ask(TaskRef ref, Instant at);

    /** The reply of a StopTask is a look, too. */
    void wrote(TaskRef ref, Task reply);

    /** The task has ended, or nobody asks for it any more. */
    void forget(TaskRef ref);

    /** Whether ends of tasks in the cluster of this one are announced as they happen, so that looks of ours are only for safety. */
    boolean isAnnounced(TaskRef ref);
}
