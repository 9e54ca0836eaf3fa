package dev.fargate.task;

import dev.fargate.api.TaskAttempt;
import dev.fargate.engine.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is worth an Event. */
final class RunNotices {
    private static final int MOST = 5;

    private RunNotices() {}

    static List<Notice> ofEnds(List<TaskAttempt> ended) {
        return ended.stream()
                .map(RunNotices::ofEnd)
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    private static Optional<Notice> ofEnd(TaskAttempt attempt) {
        String id = Judge.id(attempt.taskArn());
        String words = "Task %s (%s): %s".formatted(id, attempt.cause(), attempt.meaning());
        return switch (attempt.outcome()) {
            case Succeeded, Stopped -> Optional.empty();
            case Failed -> Optional.of(Notice.warning("TaskFailed", words));
            case Ignored -> Optional.of(Notice.normal("TaskIgnored", words));
            case Interrupted -> Optional.of(Notice.normal("TaskInterrupted", words));
            case Unknown ->
                Optional.of(Notice.warning("TaskForgotten", "Task %s: %s".formatted(id, attempt.meaning())));
        };
    }

    static List<Notice> ofSteps(List<RunStep> done) {
        List<Notice> notices = new ArrayList<>();
        int started = done.stream()
                .mapToInt(step -> switch (step) {
                    case RunStep.Start start -> start.count();
                    case RunStep.Repeat repeat -> repeat.launch().count();
                    case RunStep.Register register -> 0;
                    case RunStep.Find find -> 0;
                    case RunStep.Stop stop -> 0;
                    case RunStep.Deregister deregister -> 0;
                })
                .sum();
        long stopped = done.stream().filter(RunStep.Stop.class::isInstance).count();
        done.stream().flatMap(RunNotices::ofRevision).forEach(notices::add);
        if (started > 0) {
            notices.add(Notice.normal("TasksStarted", "Started %s.".formatted(RunStep.tasks(started))));
        }
        if (stopped > 0) {
            notices.add(Notice.normal("TasksStopped", "Told %s to stop.".formatted(RunStep.tasks((int) stopped))));
        }
        return notices;
    }

    private static Stream<Notice> ofRevision(RunStep step) {
        return switch (step) {
            case RunStep.Register register ->
                Stream.of(Notice.normal("RevisionRegistered", step.change().toString()));
            case RunStep.Deregister deregister ->
                Stream.of(Notice.normal("RevisionDeregistered", step.change().toString()));
            case RunStep.Start start -> Stream.of();
            case RunStep.Repeat repeat -> Stream.of();
            case RunStep.Find find -> Stream.of();
            case RunStep.Stop stop -> Stream.of();
        };
    }

    static Notice ofFinish(RunMemory memory) {
        return memory.history()
                .failure()
                .map(failure -> Notice.warning(failure.reason(), failure.message()))
                .orElseGet(() -> Notice.normal(
                        "Completed",
                        "The run is complete: %s succeeded."
                                .formatted(RunStep.tasks(memory.tally().succeeded()))));
    }
}
