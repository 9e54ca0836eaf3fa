package dev.fargate.simulator.scheduler;

import dev.fargate.simulator.ecs.AwsFault;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/**
 * The times that an expression names, without the schedule's start and end. Cron is Quartz's, which knows the same fields and letters, on
 * the zone's wall clock: a time that the clocks skip is skipped, one that they show twice counts once.
 */
sealed interface Timetable {
    Pattern FORM = Pattern.compile("(at|rate|cron)\\((.+)\\)");
    Pattern RATE = Pattern.compile("([1-9]\\d*) (minute|hour|day)s?");
    int CRON_FIELDS = 6;

    /** The first time after another; empty when there is none. */
    Optional<Instant> next(Instant after);

    /**
     * Reads an expression.
     *
     * @param anchor the first time of a rate
     */
    static Timetable of(String expression, String zone, Instant anchor) {
        Matcher form = FORM.matcher(expression);
        if (!form.matches()) {
            throw invalid(expression);
        }
        try {
            ZoneId in = ZoneId.of(zone);
            return switch (form.group(1)) {
                case "at" ->
                    new At(LocalDateTime.parse(form.group(2)).atZone(in).toInstant());
                case "rate" -> rate(expression, form.group(2), anchor);
                default -> cron(expression, form.group(2), in);
            };
        } catch (DateTimeException e) {
            throw invalid(expression + " " + zone);
        }
    }

    private static Timetable rate(String expression, String text, Instant anchor) {
        Matcher rate = RATE.matcher(text);
        if (!rate.matches()) {
            throw invalid(expression);
        }
        ChronoUnit unit =
                switch (rate.group(2)) {
                    case "minute" -> ChronoUnit.MINUTES;
                    case "hour" -> ChronoUnit.HOURS;
                    default -> ChronoUnit.DAYS;
                };
        return new Rate(anchor, Duration.of(Long.parseLong(rate.group(1)), unit));
    }

    private static Timetable cron(String expression, String text, ZoneId zone) {
        if (text.split(" ", -1).length != CRON_FIELDS) {
            throw invalid(expression);
        }
        try {
            CronExpression cron = new CronExpression("0 " + text);
            cron.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return new Cron(cron, zone);
        } catch (ParseException | UnsupportedOperationException e) {
            throw invalid(expression);
        }
    }

    private static AwsFault invalid(String expression) {
        return new AwsFault(400, "ValidationException", "Invalid Schedule Expression " + expression + ".");
    }

    record At(Instant time) implements Timetable {
        @Override
        public Optional<Instant> next(Instant after) {
            return time.isAfter(after) ? Optional.of(time) : Optional.empty();
        }
    }

    record Rate(Instant anchor, Duration every) implements Timetable {
        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(
                    after.isBefore(anchor)
                            ? anchor
                            : anchor.plus(every.multipliedBy(
                                    Duration.between(anchor, after).dividedBy(every) + 1)));
        }
    }

    record Cron(CronExpression expression, ZoneId zone) implements Timetable {
        @Override
        public Optional<Instant> next(Instant after) {
            // An hour earlier, because the clocks may just have been set back.
            LocalDateTime shown = LocalDateTime.ofInstant(after, zone).minusHours(1);
            while (true) {
                Date found = expression.getNextValidTimeAfter(Date.from(shown.toInstant(ZoneOffset.UTC)));
                if (found == null) {
                    return Optional.empty();
                }
                shown = LocalDateTime.ofInstant(found.toInstant(), ZoneOffset.UTC);
                List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
                if (!offsets.isEmpty() && shown.toInstant(offsets.getFirst()).isAfter(after)) {
                    return Optional.of(shown.toInstant(offsets.getFirst()));
                }
            }
        }
    }
}
