package dev.fargate.service;

import dev.fargate.api.StoppedTask;
import dev.fargate.diagnosis.Cause;
import dev.fargate.diagnosis.Diagnosis;
import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.ending.EndedTask;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Task;

/** Tasks that stopped, as a status tells them: no routine, alike ones counted once, newest first. Pure. */
final class TaskEndings {
    private static final int MOST = 5;
    private static final int KIND_WORDS = 80;

    private static final Comparator<StoppedTask> NEWEST_FIRST = Comparator.comparing(TaskEndings::at)
            .thenComparing(StoppedTask::task)
            .reversed();

    private TaskEndings() {}

    /**
     * What is known after a reading. What ECS has forgotten since stays; what stopped before the rollout goes as soon as the rollout has
     * endings of its own.
     *
     * @param since the start of the rollout
     */
    static List<StoppedTask> known(List<StoppedTask> before, List<Task> tasks, TaskFacts facts, Instant since) {
        Map<String, List<StoppedTask>> kinds = tasks.stream()
                .filter(task -> !EndedTask.at(task).isBefore(since))
                .flatMap(task -> told(task, facts))
                .sorted(NEWEST_FIRST)
                .collect(Collectors.groupingBy(TaskEndings::kind, LinkedHashMap::new, Collectors.toList()));
        if (kinds.isEmpty()) {
            return before;
        }
        Map<String, StoppedTask> earlier = before.stream()
                .filter(task -> !at(task).isBefore(since))
                .collect(Collectors.toMap(TaskEndings::kind, Function.identity(), (one, other) -> one));
        Map<String, StoppedTask> all = new LinkedHashMap<>(earlier);
        kinds.forEach((kind, alike) -> all.put(kind, counted(alike, earlier.get(kind))));
        return EndingsBound.bounded(
                all.values().stream().sorted(NEWEST_FIRST).limit(MOST).toList());
    }

    /** What makes two endings alike: not which task it was, nor the numbers and ids in ECS's words. */
    static String kind(StoppedTask task) {
        String culprit = task.containers().stream()
                .findFirst()
                .map(container -> container.name() + container.exitCode())
                .orElse("");
        return task.cause() + task.code() + culprit + (Cause.Unknown.name().equals(task.cause()) ? words(task) : "");
    }

    private static String words(StoppedTask task) {
        String reason = task.reason() == null ? "" : task.reason();
        return reason.substring(0, Math.min(KIND_WORDS, reason.length())).replaceAll("[0-9a-f-]{8,}|\\d+", "");
    }

    static Instant at(StoppedTask task) {
        return Instant.parse(task.at());
    }

    private static StoppedTask counted(List<StoppedTask> alike, StoppedTask earlier) {
        StoppedTask newest = alike.getFirst();
        int counted = earlier == null || earlier.count() == null ? 1 : earlier.count();
        int count = Math.max(alike.size(), counted);
        return new StoppedTask(
                newest.task(),
                newest.at(),
                count == 1 ? null : count,
                newest.code(),
                newest.reason(),
                newest.containers(),
                newest.cause(),
                newest.meaning());
    }

    private static Stream<StoppedTask> told(Task task, TaskFacts facts) {
        Diagnosis diagnosis = EndedTask.diagnosis(task, facts);
        return diagnosis.cause().isRoutine()
                ? Stream.of()
                : Stream.of(new StoppedTask(
                        task.taskArn().substring(task.taskArn().lastIndexOf('/') + 1),
                        EndedTask.at(task).truncatedTo(ChronoUnit.SECONDS).toString(),
                        null,
                        task.stopCodeAsString(),
                        task.stoppedReason(),
                        EndedTask.containers(task),
                        diagnosis.cause().name(),
                        diagnosis.meaning()));
    }
}
