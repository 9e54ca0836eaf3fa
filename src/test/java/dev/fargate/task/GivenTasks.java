package dev.fargate.task;

import dev.fargate.aws.TaskLook;
import dev.fargate.aws.TaskRef;
import dev.fargate.aws.TaskWatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Task;

/** What was seen of tasks, by id; notes when the next looks are asked for. */
final class GivenTasks implements TaskWatch {
    private final Map<String, TaskLook> looks;
    private final List<String> asked = new ArrayList<>();

    GivenTasks(Map<String, TaskLook> looks) {
        this.looks = looks;
    }

    List<String> asked() {
        return asked.stream().distinct().toList();
    }

    @Override
    public Optional<TaskLook> latest(TaskRef ref) {
        return Optional.ofNullable(looks.get(ref.task()));
    }

    @Override
    public void ask(TaskRef ref, Instant at) {
        asked.add(ref.task() + " " + at);
    }

    @Override
    public void wrote(TaskRef ref, Task reply) {}

    @Override
    public void forget(TaskRef ref) {}

    @Override
    public boolean isAnnounced(TaskRef ref) {
        return false;
    }
}
