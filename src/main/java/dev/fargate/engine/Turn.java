package dev.fargate.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one turn of the loop leaves behind.
 *
 * @param status the status to write; empty when there is nothing to say yet
 * @param again when to come back unless an event comes first
 * @param finished for a resource that is being deleted: nothing is left in AWS
 */
public record Turn<T>(Optional<T> status, Optional<Duration> again, List<Notice> notices, boolean finished) {

    public Turn {
        notices = List.copyOf(notices);
    }

    public static <T> Turn<T> report(T status, List<Notice> notices) {
        return new Turn<>(Optional.of(status), Optional.empty(), notices, false);
    }

    /** A status that tells of a problem, and an Event where only a person can mend it. */
    public static <T> Turn<T> told(T status, Problem problem) {
        return report(status, problem.notices());
    }

    /** Nothing to say: an event or the time brings the next turn. */
    public static <T> Turn<T> quiet(Optional<Duration> again) {
        return new Turn<>(Optional.empty(), again, List.of(), false);
    }

    public static <T> Turn<T> finished(List<Notice> notices) {
        return new Turn<>(Optional.empty(), Optional.empty(), notices, true);
    }

    public Turn<T> again(Duration delay) {
        return new Turn<>(status, Optional.of(delay), notices, finished);
    }

    /** Comes back after {@code delay}, if not sooner. */
    public Turn<T> againWithin(Duration delay) {
        return again.filter(sooner -> sooner.compareTo(delay) < 0).isPresent() ? this : again(delay);
    }

    /** How long it is until a time; nothing once it has passed. */
    public static Duration until(Instant at, Instant now) {
        Duration delay = Duration.between(now, at);
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    public Turn<T> telling(Notice notice) {
        List<Notice> all = new ArrayList<>(notices);
        all.add(notice);
        return new Turn<>(status, again, all, finished);
    }

    /** The same with another status. */
    public Turn<T> reporting(T other) {
        return new Turn<>(Optional.of(other), again, notices, finished);
    }

    /** The same with more to tell. */
    public Turn<T> telling(List<Notice> more) {
        return new Turn<>(
                status, again, Stream.concat(notices.stream(), more.stream()).toList(), finished);
    }
}
