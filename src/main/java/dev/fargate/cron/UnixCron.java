package dev.fargate.cron;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Five fields of Unix cron, or a macro, as AWS's cron: exactly, or not at all. On days when the clocks change AWS's rule holds, as for
 * every schedule.
 */
final class UnixCron {
    private static final Map<String, String> MACROS = Map.of(
            "@HOURLY", "0 * * * *",
            "@DAILY", "0 0 * * *",
            "@MIDNIGHT", "0 0 * * *",
            "@WEEKLY", "0 0 * * 0",
            "@MONTHLY", "0 0 1 * *",
            "@YEARLY", "0 0 1 1 *",
            "@ANNUALLY", "0 0 1 1 *");

    private static final Pattern AWS_ONLY = Pattern.compile("[?#]|^\\d*[LW]$");

    private UnixCron() {}

    static Cron parse(String text) {
        String capitals = text.toUpperCase(Locale.ROOT);
        if (capitals.startsWith("TZ=") || capitals.startsWith("CRON_TZ=")) {
            throw new InvalidSchedule("\"" + text + "\": the zone is timeZone, not part of the expression");
        }
        if (capitals.startsWith("@") && !MACROS.containsKey(capitals)) {
            throw new InvalidSchedule(
                    "\"" + text
                            + "\" is no time: write @hourly, @daily, @weekly, @monthly, @yearly, or rate(5 minutes) for @every 5m");
        }
        List<String> fields = List.of(MACROS.getOrDefault(capitals, capitals).split("\\s+"));
        if (fields.size() != 5) {
            throw new InvalidSchedule(
                    "\"" + text + "\" has " + fields.size() + " fields: Unix cron has minutes, hours,"
                            + " day-of-month, month and day-of-week (0 2 * * *); AWS's six stand in brackets, cron(0 2 * * ? *)");
        }
        return new Cron(
                list(Field.MINUTES, fields.get(0)),
                list(Field.HOURS, fields.get(1)),
                days(fields.get(2), fields.get(4)),
                list(Field.MONTH, fields.get(3)),
                Values.all(Field.YEAR));
    }

    private static Days days(String dayOfMonth, String dayOfWeek) {
        Values ofMonth = list(Field.DAY_OF_MONTH, dayOfMonth);
        Values ofWeek = Values.of(
                Field.DAY_OF_WEEK,
                list(Field.UNIX_DAY_OF_WEEK, dayOfWeek).set().stream()
                        .map(day -> day % 7 + 1)
                        .toList());
        if (open(dayOfWeek)) {
            return new Days.OfMonth(ofMonth);
        }
        if (open(dayOfMonth)) {
            return Days.ofWeek(ofWeek);
        }
        // Either of them is enough, where both are restricted; and cron daemons differ in what "*/2" is.
        throw new InvalidSchedule("day-of-month and day-of-week: Unix cron runs when either of " + dayOfMonth + " and "
                + dayOfWeek + " fits, which AWS cannot say: make one of them *, and have two schedules");
    }

    private static boolean open(String text) {
        return text.equals("*") || text.equals("*/1");
    }

    private static Values list(Field field, String text) {
        return Values.of(
                field,
                Stream.of(text.split(",", -1))
                        .flatMap(part -> part(field, part).values().stream())
                        .toList());
    }

    private static Part part(Field field, String text) {
        if (AWS_ONLY.matcher(text).find()) {
            throw field.wrong("\"" + text + "\" is AWS's: write all of it as cron(...), or use *, a-b, */n");
        }
        Part part = Part.read(field, text);
        if (part.hasStep() && part.single()) {
            throw field.wrong(text + " means one value to some and a range to others: write " + part.from() + "-"
                    + field.last() + "/" + part.step().orElseThrow());
        }
        return part;
    }
}
