package dev.fargate.ending;

import dev.fargate.api.StoppedTask.StoppedContainer;
import dev.fargate.diagnosis.Diagnosis;
import dev.fargate.diagnosis.Ending;
import dev.fargate.diagnosis.Ending.Exit;
import dev.fargate.diagnosis.TaskFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.Task;

/** A task that stopped, out of what DescribeTasks tells of it. */
public final class EndedTask {
    /** The usual end of a process that was told to stop. */
    private static final Set<Integer> TAKEN_ALONG = Set.of(137, 143);

    private EndedTask() {}

    /** Why it stopped. */
    public static Diagnosis diagnosis(Task task, TaskFacts facts) {
        return Diagnosis.of(ending(task), facts);
    }

    /** Those with an exit code or with words of their own; first the one that it most likely lies with. */
    public static List<StoppedContainer> containers(Task task) {
        return task.containers().stream()
                .filter(container -> container.exitCode() != null || says(container, task))
                .sorted(Comparator.comparing((Container container) -> !says(container, task))
                        .thenComparing(container -> TAKEN_ALONG.contains(container.exitCode()))
                        .thenComparing(container -> Objects.equals(container.exitCode(), 0))
                        .thenComparing(Container::name))
                .map(container -> new StoppedContainer(
                        container.name(), container.exitCode(), says(container, task) ? container.reason() : null))
                .toList();
    }

    private static boolean says(Container container, Task task) {
        return container.reason() != null && !container.reason().equals(task.stoppedReason());
    }

    private static Ending ending(Task task) {
        return new Ending(
                text(task.stopCodeAsString()),
                text(task.stoppedReason()),
                text(task.startedBy()),
                task.containers().stream()
                        .map(container -> new Exit(
                                container.name(),
                                text(container.image()),
                                container.exitCode() == null
                                        ? OptionalInt.empty()
                                        : OptionalInt.of(container.exitCode()),
                                text(container.reason())))
                        .toList());
    }

    /** When it began to end, as far as ECS tells. */
    public static Instant at(Task task) {
        return Stream.of(task.stoppingAt(), task.stoppedAt(), task.executionStoppedAt(), task.createdAt())
                .filter(time -> time != null)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
