package dev.fargate.cron;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the brackets of {@code cron(...)}. The year may be left out. */
final class AwsCron {
    private static final Pattern NEAREST = Pattern.compile("(\\d{1,4})W");
    private static final Pattern LAST = Pattern.compile("(\\w+)L");
    private static final Pattern NTH = Pattern.compile("(\\w+)#(\\d{1,4})");

    private AwsCron() {}

    static Cron parse(String text) {
        List<String> fields = List.of(text.toUpperCase(Locale.ROOT).split("\\s+"));
        if (fields.size() < 5 || fields.size() > 6) {
            throw new InvalidSchedule(
                    "cron(" + text + "): the fields are minutes, hours, day-of-month, month, day-of-week"
                            + " and year, as in cron(0 2 * * ? *), not " + fields.size());
        }
        return new Cron(
                list(Field.MINUTES, fields.get(0)),
                list(Field.HOURS, fields.get(1)),
                days(fields.get(2), fields.get(4)),
                list(Field.MONTH, fields.get(3)),
                fields.size() == 6 ? list(Field.YEAR, fields.get(5)) : Values.all(Field.YEAR));
    }

    private static Days days(String dayOfMonth, String dayOfWeek) {
        if (dayOfMonth.equals(Days.ANY) == dayOfWeek.equals(Days.ANY)) {
            throw new InvalidSchedule(
                    "day-of-month and day-of-week: exactly one of them is ?, as in cron(0 2 * * ? *) for"
                            + " every day and cron(0 2 ? * MON-FRI *) for days of the week");
        }
        return dayOfWeek.equals(Days.ANY) ? daysOfMonth(dayOfMonth) : daysOfWeek(dayOfWeek);
    }

    private static Days daysOfMonth(String text) {
        if (text.equals("L")) {
            return new Days.LastOfMonth();
        }
        Matcher nearest = NEAREST.matcher(text);
        if (nearest.matches()) {
            return new Days.NearestWorkday(Field.DAY_OF_MONTH.value(nearest.group(1)));
        }
        if (text.matches(".*[LW].*")) {
            throw Field.DAY_OF_MONTH.wrong(
                    "\"" + text + "\": write L (last day) or 15W (workday nearest to the 15th) alone");
        }
        return new Days.OfMonth(list(Field.DAY_OF_MONTH, text));
    }

    private static Days daysOfWeek(String text) {
        if (text.equals("L")) {
            return new Days.OfWeek(Values.of(Field.DAY_OF_WEEK, List.of(Field.DAY_OF_WEEK.last())));
        }
        Matcher last = LAST.matcher(text);
        if (last.matches()) {
            return new Days.LastWeekday(Field.DAY_OF_WEEK.value(last.group(1)));
        }
        Matcher nth = NTH.matcher(text);
        if (nth.matches()) {
            return new Days.NthWeekday(Field.DAY_OF_WEEK.value(nth.group(1)), nth(nth.group(2)));
        }
        if (text.matches(".*[L#].*")) {
            throw Field.DAY_OF_WEEK.wrong("\"" + text + "\": write 6L (last Friday) or 3#2 (second Tuesday) alone");
        }
        return Days.ofWeek(list(Field.DAY_OF_WEEK, text));
    }

    private static int nth(String number) {
        int nth = Integer.parseInt(number);
        if (nth < 1 || nth > 5) {
            throw Field.DAY_OF_WEEK.wrong("#" + number + " is not #1 to #5");
        }
        return nth;
    }

    private static Values list(Field field, String text) {
        return Values.of(
                field,
                Stream.of(text.split(",", -1))
                        .flatMap(part -> part(field, part).values().stream())
                        .toList());
    }

    private static Part part(Field field, String text) {
        Part part = Part.read(field, text);
        if (part.hasStep() && field == Field.DAY_OF_WEEK) {
            throw field.wrong("AWS has no increments here: list the days, as in MON,WED,FRI, instead of " + text);
        }
        return part.hasStep() && part.single() ? part.toTheEnd() : part;
    }
}
