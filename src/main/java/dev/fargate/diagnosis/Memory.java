package dev.fargate.diagnosis;

import java.util.OptionalInt;

/** What to do about a container that was killed for its memory. */
final class Memory {
    private Memory() {}

    static String exceeded(String container, TaskFacts facts) {
        String name = container.substring(container.indexOf(' ') + 1);
        OptionalInt own =
                facts.container(name).map(TaskFacts.Container::memoryMib).orElse(OptionalInt.empty());
        OptionalInt task = facts.size().memoryMib();
        if (own.isPresent() && task.isPresent() && own.getAsInt() < task.getAsInt()) {
            return "%s used more than its own memory limit of %d MiB. Raise the container's memory (the task has %d MiB), or make it use less."
                    .formatted(container, own.getAsInt(), task.getAsInt());
        }
        String seen = facts.peakMemoryPercent().isEmpty()
                ? ""
                : ", of which CloudWatch had seen up to %d %% used"
                        .formatted(facts.peakMemoryPercent().getAsInt());
        return task.isEmpty()
                ? "%s used more memory than it has. Raise the task's memory, or make it use less.".formatted(container)
                : "%s used more than the task's %d MiB of memory%s. %s, or make it use less."
                        .formatted(
                                container,
                                task.getAsInt(),
                                seen,
                                facts.size().larger().isEmpty()
                                        ? "Fargate sells no larger size: use more tasks"
                                        : "Take the next size, " + facts.size().larger());
    }
}
