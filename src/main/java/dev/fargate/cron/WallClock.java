package dev.fargate.cron;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/**
 * Times of the clock in a zone, as EventBridge Scheduler sees them: one that the clocks skip is not due, and one that they show twice is
 * due the first time.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#daylist-savings-time">Daylight savings time</a>
 */
final class WallClock {
    private WallClock() {}

    static Optional<Instant> instant(LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        // In an overlap the offset before the change stands first.
        return offsets.stream().findFirst().map(time::toInstant);
    }

    /** No time of the clock later than this one has been due by then. */
    static LocalDateTime latestSeen(Instant at, ZoneId zone) {
        LocalDateTime shown = LocalDateTime.ofInstant(at, zone);
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        // Shown for the second time: all of what is shown twice has been there once.
        return change != null && change.isOverlap() && !at.isBefore(change.getInstant())
                ? change.getDateTimeBefore()
                : shown;
    }
}
