package dev.fargate.service;

import dev.fargate.api.StoppedTask;
import dev.fargate.api.StoppedTask.StoppedContainer;
import dev.fargate.engine.Shortened;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps stopped tasks to their share of a status: the newest is told in full, the others as far as there is room. */
final class EndingsBound {
    private static final Lengths FULL = new Lengths(240, 400, 2, 100);
    private static final Lengths BRIEF = new Lengths(0, 120, 1, 0);
    private static final int ROOM = 2800;

    private EndingsBound() {}

    /** What is told of one. */
    private record Lengths(int reason, int meaning, int containers, int containerReason) {}

    static List<StoppedTask> bounded(List<StoppedTask> newestFirst) {
        List<StoppedTask> full =
                newestFirst.stream().map(task -> cut(task, FULL)).toList();
        return full.stream().mapToInt(EndingsBound::size).sum() <= ROOM
                ? full
                : IntStream.range(0, full.size())
                        .mapToObj(i -> i == 0 ? full.get(i) : cut(full.get(i), BRIEF))
                        .toList();
    }

    private static StoppedTask cut(StoppedTask task, Lengths lengths) {
        return new StoppedTask(
                task.task(),
                task.at(),
                task.count(),
                task.code(),
                cut(task.reason(), lengths.reason()),
                task.containers().stream()
                        .limit(lengths.containers())
                        .map(container -> new StoppedContainer(
                                container.name(),
                                container.exitCode(),
                                cut(container.reason(), lengths.containerReason())))
                        .toList(),
                task.cause(),
                cut(task.meaning(), lengths.meaning()));
    }

    private static String cut(String text, int length) {
        return length == 0 ? null : Shortened.to(text, length);
    }

    private static int size(StoppedTask task) {
        return task.toString().length();
    }
}
