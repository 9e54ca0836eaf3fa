package dev.fargate.simulator.ecs.task;

import dev.fargate.simulator.ecs.taskdefinition.TaskShape;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tag means which fate.
 *
 * <p>Texts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
final class ImageTags {
    private record Row(Pattern tag, BiFunction<TaskShape.Container, MatchResult, Fate> fate) {}

    private static final int KILLED = 137;

    private static final List<Row> TABLE = List.of(
            row("fail-pull", (container, tag) -> pull(7, container, ": not found")),
            row(
                    "fail-pull-timeout",
                    (container, tag) -> pull(
                            5,
                            container,
                            ": failed to do request: Head \"https://" + registry(container)
                                    + "/v2/manifests\": dial tcp 52.94.0.1:443: i/o timeout")),
            row(
                    "fail-pull-denied",
                    (container, tag) -> pull(
                            1,
                            container,
                            ": pulling from host " + registry(container)
                                    + " failed with status code [manifests fail-pull-denied]: 403 Forbidden")),
            row(
                    "exit-(\\d{1,3})",
                    (container, tag) ->
                            new Fate.Exits(container.name(), Integer.parseInt(tag.group(1)), Optional.empty())),
            row(
                    "oom",
                    (container, tag) -> new Fate.Exits(
                            container.name(),
                            KILLED,
                            Optional.of("OutOfMemoryError: Container killed due to memory usage"))),
            row(
                    "unhealthy",
                    (container, tag) -> container.healthChecked()
                            ? new Fate.FailsContainerHealth(container.name())
                            : new Fate.Runs()),
            row("elb-unhealthy", (container, tag) -> new Fate.FailsTargetHealth()),
            row("slow", (container, tag) -> new Fate.StartsSlowly()));

    private ImageTags() {}

    /** The fate of a task: that of its first container with one; empty if no tag says one. */
    static Optional<Fate> fate(TaskShape shape) {
        for (TaskShape.Container container : shape.containers()) {
            String tag = tag(container.image());
            Optional<Fate> unstarted = StartFailures.of(tag).map(Fate.FailsToStart::new);
            if (unstarted.isPresent()) {
                return unstarted;
            }
            for (Row row : TABLE) {
                Matcher match = row.tag().matcher(tag);
                if (match.matches()) {
                    return Optional.of(row.fate().apply(container, match));
                }
            }
        }
        return Optional.empty();
    }

    private static String tag(String image) {
        int colon = image.lastIndexOf(':');
        boolean port = image.indexOf('/', colon) >= 0;
        return colon < 0 || port || image.indexOf('@') >= 0 ? "" : image.substring(colon + 1);
    }

    private static Row row(String tag, BiFunction<TaskShape.Container, MatchResult, Fate> fate) {
        return new Row(Pattern.compile(tag), fate);
    }

    private static Fate pull(int tries, TaskShape.Container container, String cause) {
        return new Fate.FailsToStart("CannotPullContainerError: pull image manifest has been retried " + tries
                + " time(s): failed to resolve ref " + container.image() + cause);
    }

    private static String registry(TaskShape.Container container) {
        int slash = container.image().indexOf('/');
        return slash < 0 ? "registry-1.docker.io" : container.image().substring(0, slash);
    }
}
