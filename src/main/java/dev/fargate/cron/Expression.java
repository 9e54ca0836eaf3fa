package dev.fargate.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** When a schedule is due. Two expressions are equal if they mean the same. */
public sealed interface Expression permits Cron, Rate, At {
    /** ScheduleExpression of the service's model. */
    int LONGEST = 256;

    /** As CreateSchedule takes it; the same text for all that mean the same, so that a live schedule can be compared. */
    String text();

    /**
     * The first time after another.
     *
     * @param anchor from which a rate counts; its first time
     */
    Optional<Instant> next(Instant after, ZoneId zone, Instant anchor);

    /** The last time until another, that one included. */
    Optional<Instant> last(Instant until, ZoneId zone, Instant anchor);

    /**
     * Reads {@code cron(...)}, {@code rate(...)}, {@code at(...)}, or five fields or a macro of Unix cron.
     *
     * @throws InvalidSchedule naming the field and what would be right
     */
    static Expression parse(String text) {
        Expression expression = read(text.strip());
        if (expression.text().length() > LONGEST) {
            throw new InvalidSchedule("the expression is longer than AWS's " + LONGEST + " characters when written as "
                    + expression.text().substring(0, 40) + "...: use ranges, or two schedules");
        }
        return expression;
    }

    private static Expression read(String text) {
        int open = text.indexOf('(');
        if (open < 0) {
            return UnixCron.parse(text);
        }
        if (!text.endsWith(")")) {
            throw new InvalidSchedule("\"" + text + "\" lacks its closing bracket");
        }
        String inside = text.substring(open + 1, text.length() - 1).strip();
        return switch (text.substring(0, open).strip().toLowerCase(Locale.ROOT)) {
            case "cron" -> AwsCron.parse(inside);
            case "rate" -> Rate.parse(inside);
            case "at" -> At.parse(inside);
            default ->
                throw new InvalidSchedule(
                        "\"" + text
                                + "\" is none of cron(0 2 * * ? *), rate(5 minutes), at(2030-01-31T02:00:00) and Unix cron (0 2 * * *)");
        };
    }
}
