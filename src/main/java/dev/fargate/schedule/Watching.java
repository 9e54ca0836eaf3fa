package dev.fargate.schedule;

import dev.fargate.cron.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When ECS is asked for tasks that EventBridge Scheduler has started: from each time of the schedule on, until what was due has been seen
 * to its end.
 */
record Watching(Timetable timetable, ScheduleSettings.Rhythm rhythm, Instant now) {
    /** Within which a run that is started at all has a task; AWS may try for as long as a day. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private static final String UNSEEN =
            "ECS shows no task of it: EventBridge Scheduler could not start it (its dead-letter queue or CloudTrail tell why), or it has ended and was forgotten.";

    /**
     * Whether a look may show anything.
     *
     * @param settled until when it is settled what was due
     */
    boolean isDue(Optional<Instant> lastLook, Instant settled, boolean active) {
        return active
                || isOpen(settled)
                || lastLook.isEmpty()
                || timetable.latest(lastLook.get(), now).isPresent();
    }

    private boolean isOpen(Instant settled) {
        return timetable.latest(settled, now).isPresent();
    }

    Optional<Instant> next(Instant settled, boolean active) {
        if (active || isOpen(settled)) {
            return Optional.of(now.plus(rhythm.active()));
        }
        return timetable.next(now.minus(rhythm.beginning())).map(due -> due.plus(rhythm.beginning()));
    }

    /** Settles what should have been seen by now: as missed, unless nothing was to be started. */
    Times overdue(Times times, Starting starting) {
        return timetable
                .latest(
                        times.settled().orElseThrow(),
                        now.minus(starting.window()).minus(GRACE))
                .map(due ->
                        starting.enabled() ? times.missed(due, Due.missed(due, "Unseen", UNSEEN)) : times.settled(due))
                .orElse(times);
    }
}
