package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus.Launch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a task is looked at, and what a MISSING answer is worth.
 *
 * @param polls times since its start; afterwards it is looked at once in a {@code sweep}
 * @param announcedSweep the same where ends of tasks are announced, and then only the first and the last of these times count: the first
 *     for a task that ends before it is known, the last in case that an announcement is lost
 * @param confirmation between two MISSING answers, before the task counts as forgotten
 * @param settling after its start, during which it is not yet visible
 */
public record Rhythm(
        List<Duration> polls, Duration sweep, Duration announcedSweep, Duration confirmation, Duration settling) {
    public Rhythm {
        polls = List.copyOf(polls);
    }

    Instant next(Launch launch, boolean announced, Instant now) {
        Instant since = Instant.parse(launch.at());
        return (announced ? Stream.of(polls.getFirst(), polls.getLast()) : polls.stream())
                .map(since::plus)
                .filter(at -> at.isAfter(now))
                .findFirst()
                .orElseGet(() -> now.plus(announced ? announcedSweep : sweep));
    }

    /** The next look at a task that was told to stop, or that could not be looked at. */
    Instant soon(Instant now) {
        return now.plus(polls.getFirst());
    }

    /** Whether all that a call started is visible by then. */
    boolean settled(Launch launch, Instant at) {
        return !at.isBefore(settledAt(launch));
    }

    Instant settledAt(Launch launch) {
        return Launches.triedAt(launch).plus(settling);
    }
}
