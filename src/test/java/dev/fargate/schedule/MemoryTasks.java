package dev.fargate.schedule;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.engine.Problem;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The FargateTasks of a namespace. One that is deleted while it runs is gone when its tasks have stopped. */
final class MemoryTasks implements Runs {
    private final List<FargateTask> tasks = new ArrayList<>();
    private final List<String> writes = new ArrayList<>();
    private Instant now;

    void at(Instant time) {
        now = time;
    }

    List<String> takeWrites() {
        List<String> taken = List.copyOf(writes);
        writes.clear();
        return taken;
    }

    @Override
    public List<FargateTask> of(FargateSchedule schedule) {
        return List.copyOf(tasks);
    }

    @Override
    public Optional<Problem> start(FargateTask run) {
        if (tasks.stream()
                .noneMatch(known ->
                        known.getMetadata().getName().equals(run.getMetadata().getName()))) {
            run.getMetadata().setCreationTimestamp(now.toString());
            tasks.add(run);
            writes.add("+ FargateTask " + run.getMetadata().getName());
        }
        return Optional.empty();
    }

    @Override
    public void delete(FargateTask run) {
        writes.add("- FargateTask " + run.getMetadata().getName());
        if (run.getStatus() != null && run.getStatus().completionTime() != null) {
            tasks.remove(run);
        } else {
            run.getMetadata().setDeletionTimestamp(now.toString());
        }
    }

    /** What was told to stop has stopped. */
    void stopped() {
        tasks.removeIf(FargateTask::isMarkedForDeletion);
    }

    /** The active run ends with an exit code. */
    void end(int exitCode) {
        FargateTask run = tasks.stream()
                .filter(task -> task.getStatus() == null)
                .findFirst()
                .orElseThrow();
        run.setStatus(Serialization.jsonMapper()
                .convertValue(
                        Map.of(
                                "phase", exitCode == 0 ? "Succeeded" : "Failed",
                                "startTime", run.getMetadata().getCreationTimestamp(),
                                "completionTime", now.toString(),
                                "attempts",
                                        List.of(Map.of(
                                                "taskArn",
                                                "arn:aws:ecs:eu-west-1:123456789012:task/production/a",
                                                "cause",
                                                "ExitCode",
                                                "meaning",
                                                "It ended with exit code %d.".formatted(exitCode),
                                                "containers",
                                                List.of(Map.of("name", "app", "exitCode", exitCode))))),
                        FargateTaskStatus.class));
    }
}
