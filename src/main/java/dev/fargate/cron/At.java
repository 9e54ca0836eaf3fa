package dev.fargate.cron;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Once, at a time of the clock. */
record At(LocalDateTime time) implements Expression {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    static At parse(String text) {
        try {
            return new At(LocalDateTime.parse(text, FORM));
        } catch (DateTimeParseException e) {
            throw new InvalidSchedule("at: \"" + text
                    + "\" is not a time like 2030-01-31T02:00:00 (no fraction and no zone: the zone is timeZone)");
        }
    }

    @Override
    public String text() {
        return "at(" + FORM.format(time) + ")";
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone, Instant anchor) {
        return WallClock.instant(time, zone).filter(at -> at.isAfter(after));
    }

    @Override
    public Optional<Instant> last(Instant until, ZoneId zone, Instant anchor) {
        return WallClock.instant(time, zone).filter(at -> !at.isAfter(until));
    }
}
