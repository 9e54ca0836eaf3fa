package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus.Launch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * RunTask calls. Each has a number that is never used again, and client token and startedBy follow from it.
 *
 * @param made how many numbers were given out
 * @param open those whose tasks have not all ended; one without tasks is an intent: whether it had an effect is not known
 */
record Launches(int made, List<Launch> open) {
    static final Launches NONE = new Launches(0, List.of());

    Launches {
        open = List.copyOf(open);
    }

    List<Launch> intents() {
        return open.stream().filter(launch -> launch.tasks().isEmpty()).toList();
    }

    List<String> tasks() {
        return open.stream().flatMap(launch -> launch.tasks().stream()).toList();
    }

    /** Tasks that run, or may. */
    int active() {
        return open.stream()
                .mapToInt(launch -> launch.tasks().isEmpty()
                        ? launch.count()
                        : launch.tasks().size())
                .sum();
    }

    /** About to be made. */
    Launches intending(List<Launch> next) {
        return new Launches(
                made + next.size(), Stream.concat(open.stream(), next.stream()).toList());
    }

    /** About to be made again. */
    Launches trying(Launch launch, Instant now) {
        return new Launches(
                made,
                open.stream()
                        .map(known -> known.number().equals(launch.number())
                                ? known.triedAgain(
                                        now.truncatedTo(ChronoUnit.SECONDS).toString())
                                : known)
                        .toList());
    }

    /** When a call was made last: what it started is not visible at once. */
    static Instant triedAt(Launch launch) {
        return Instant.parse(launch.triedAt() == null ? launch.at() : launch.triedAt());
    }

    /** What became of an intent: its tasks, or nothing. */
    Launches settled(Launch launch, List<String> tasks) {
        List<Launch> all = new ArrayList<>();
        for (Launch known : open) {
            if (!known.number().equals(launch.number())) {
                all.add(known);
            } else if (!tasks.isEmpty()) {
                all.add(known.with(tasks));
            }
        }
        return new Launches(made, all);
    }

    /** A task has ended. */
    Launches without(String task) {
        return new Launches(
                made,
                open.stream()
                        .filter(launch -> !launch.tasks().equals(List.of(task)))
                        .map(launch -> launch.tasks().contains(task)
                                ? launch.with(launch.tasks().stream()
                                        .filter(other -> !other.equals(task))
                                        .toList())
                                : launch)
                        .toList());
    }
}
