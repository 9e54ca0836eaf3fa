package dev.fargate.cron;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When one schedule is due. Nothing is due before it was created.
 *
 * @param created when the schedule came to be; without a start, a rate is due then for the first time
 * @param start before which nothing is due, and the first time of a rate; like the end, AWS ignores it for a single time
 * @param end after which nothing is due
 */
public record Timetable(
        Expression expression, ZoneId zone, Instant created, Optional<Instant> start, Optional<Instant> end) {

    public Timetable {
        if (expression instanceof At(LocalDateTime time)
                && WallClock.instant(time, zone).isEmpty()) {
            LocalDateTime after = zone.getRules().getTransition(time).getDateTimeAfter();
            throw new InvalidSchedule("at: the clocks of " + zone + " skip " + time + ": the next time they show is "
                    + new At(after).text());
        }
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            throw new InvalidSchedule("end " + end.get() + " is not after start " + start.get());
        }
    }

    /** The first time after another; empty if the schedule is never due again. */
    public Optional<Instant> next(Instant after) {
        return expression.next(later(after, before(opening())), zone, anchor()).filter(at -> !at.isAfter(closing()));
    }

    /** The last time that is after one and not after another: what was missed, if anything was. */
    public Optional<Instant> latest(Instant after, Instant to) {
        return expression
                .last(to.isBefore(closing()) ? to : closing(), zone, anchor())
                .filter(later(after, before(opening()))::isBefore);
    }

    private Instant anchor() {
        return start.orElse(created);
    }

    private Instant opening() {
        return once() ? created : later(created, start.orElse(created));
    }

    private Instant closing() {
        return once() ? Instant.MAX : end.orElse(Instant.MAX);
    }

    private boolean once() {
        return expression instanceof At;
    }

    private static Instant before(Instant instant) {
        return instant.minusNanos(1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
