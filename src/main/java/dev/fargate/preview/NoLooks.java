package dev.fargate.preview;

import dev.fargate.aws.TaskLook;
import dev.fargate.aws.TaskRef;
import dev.fargate.aws.TaskWatch;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Task;

/** The tasks of a run are not looked at: what is planned goes by its status. */
final class NoLooks implements TaskWatch {
    @Override
    public Optional<TaskLook> latest(TaskRef ref) {
        return Optional.empty();
    }

    @Override
    public void ask(TaskRef ref, Instant at) {}

    @Override
    public void wrote(TaskRef ref, Task reply) {
        throw new IllegalStateException("a preview writes nothing");
    }

    @Override
    public void forget(TaskRef ref) {}

    @Override
    public boolean isAnnounced(TaskRef ref) {
        return false;
    }
}
