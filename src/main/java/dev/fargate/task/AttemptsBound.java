package dev.fargate.task;

import dev.fargate.api.TaskAttempt;
import dev.fargate.api.TaskAttempt.AttemptedContainer;
import dev.fargate.engine.Shortened;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps attempts to their share of a status: the newest is told in full, the others in brief. */
final class AttemptsBound {
    private static final int MOST = 5;
    private static final Lengths FULL = new Lengths(200, 400, 2, 80, true);
    private static final Lengths BRIEF = new Lengths(0, 120, 1, 0, false);

    private AttemptsBound() {}

    /**
     * What is told of one.
     *
     * @param linked whether its page in the console is
     */
    private record Lengths(int reason, int meaning, int containers, int containerReason, boolean linked) {}

    static List<TaskAttempt> bounded(List<TaskAttempt> newestFirst) {
        return IntStream.range(0, Math.min(MOST, newestFirst.size()))
                .mapToObj(i -> cut(newestFirst.get(i), i == 0 ? FULL : BRIEF))
                .toList();
    }

    private static TaskAttempt cut(TaskAttempt attempt, Lengths lengths) {
        return new TaskAttempt(
                attempt.taskArn(),
                attempt.outcome(),
                attempt.startedAt(),
                attempt.stoppedAt(),
                attempt.seconds(),
                attempt.code(),
                cut(attempt.reason(), lengths.reason()),
                attempt.containers().stream()
                        .limit(lengths.containers())
                        .map(container -> new AttemptedContainer(
                                container.name(),
                                container.exitCode(),
                                cut(container.reason(), lengths.containerReason()),
                                container.logGroup(),
                                container.logStream()))
                        .toList(),
                attempt.cause(),
                cut(attempt.meaning(), lengths.meaning()),
                lengths.linked() ? attempt.console() : null);
    }

    private static String cut(String text, int length) {
        return length == 0 ? null : Shortened.to(text, length);
    }
}
