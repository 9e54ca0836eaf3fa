package dev.fargate.schedule;

import dev.fargate.cron.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When ECS is asked for tasks that EventBridge Scheduler has started: around the times of the schedule only, and at least so often that
 * none is forgotten before it was seen.
 *
 * @param window within which after its time a run may be started
 */
record Watching(Timetable timetable, Duration window, Instant now) {
    /** Until a task is to be seen. */
    static final Duration BEGINNING = Duration.ofSeconds(45);

    private static final Duration WHILE_ACTIVE = Duration.ofMinutes(1);
    /** Within which AWS tries to start a run: until then one that was not seen is not missed (RetryPolicy, default 24 hours). */
    private static final Duration GRACE = Duration.ofMinutes(15);
    /** ECS shows a task for about an hour after it stopped (ECS API reference, DescribeTasks). */
    private static final Duration REMEMBERED = Duration.ofMinutes(50);

    /** Whether a look may show anything. */
    boolean isDue(Optional<Instant> lastLook, boolean active) {
        return active
                || lastLook.isEmpty()
                || timetable.latest(lastLook.get().minus(window).minus(REMEMBERED), now).isPresent();
    }

    Optional<Instant> next(boolean active) {
        boolean recent = timetable.latest(now.minus(window).minus(GRACE), now).isPresent();
        if (active || recent) {
            return Optional.of(now.plus(WHILE_ACTIVE));
        }
        return timetable.next(now.minus(BEGINNING)).map(due -> due.plus(BEGINNING));
    }

    /** The newest time for which something should have been seen by now. */
    Optional<Instant> overdue(Instant settled) {
        return timetable.latest(settled, now.minus(window).minus(GRACE));
    }
}
