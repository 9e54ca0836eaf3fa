package dev.fargate.feed;

import dev.fargate.aws.AnnouncedTasks;
import dev.fargate.aws.TaskLook;
import dev.fargate.aws.TaskRef;
import dev.fargate.aws.TaskWatch;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Task;

/** A watch of no tasks. */
record NobodyRuns() implements TaskWatch, AnnouncedTasks {
    static final Taskdesk DESK = new Taskdesk(new NobodyRuns(), new NobodyRuns());

    @Override
    public Optional<TaskLook> latest(TaskRef ref) {
        return Optional.empty();
    }

    @Override
    public void ask(TaskRef ref, Instant at) {}

    @Override
    public void wrote(TaskRef ref, Task reply) {}

    @Override
    public void forget(TaskRef ref) {}

    @Override
    public boolean isAnnounced(TaskRef ref) {
        return false;
    }

    @Override
    public void announceTasks(String clusterArn, boolean announces) {}

    @Override
    public Optional<TaskRef> findTask(String clusterArn, String task) {
        return Optional.empty();
    }
}
