package dev.fargate.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * At a regular distance from its anchor. A day is 24 hours, whatever the clocks do.
 *
 * @param every whole minutes, at least one
 */
record Rate(Duration every) implements Expression {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s+(minute|hour|day)s?");

    static Rate parse(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
            throw new InvalidSchedule("rate: \"" + text
                    + "\" is not a positive number and minutes, hours or days, as in rate(5 minutes)");
        }
        ChronoUnit unit =
                switch (form.group(2)) {
                    case "minute" -> ChronoUnit.MINUTES;
                    case "hour" -> ChronoUnit.HOURS;
                    default -> ChronoUnit.DAYS;
                };
        return new Rate(Duration.of(Integer.parseInt(form.group(1)), unit));
    }

    @Override
    public String text() {
        long minutes = every.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return text(every.toDays(), "day");
        }
        return minutes % 60 == 0 ? text(every.toHours(), "hour") : text(minutes, "minute");
    }

    private static String text(long value, String unit) {
        return "rate(" + value + " " + unit + (value == 1 ? "" : "s") + ")";
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone, Instant anchor) {
        return Optional.of(
                after.isBefore(anchor)
                        ? anchor
                        : anchor.plus(every.multipliedBy(
                                Duration.between(anchor, after).dividedBy(every) + 1)));
    }

    @Override
    public Optional<Instant> last(Instant until, ZoneId zone, Instant anchor) {
        return until.isBefore(anchor)
                ? Optional.empty()
                : Optional.of(anchor.plus(
                        every.multipliedBy(Duration.between(anchor, until).dividedBy(every))));
    }
}
