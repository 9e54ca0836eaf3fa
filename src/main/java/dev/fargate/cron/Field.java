package dev.fargate.cron;

import java.util.List;

/** The fields of cron as EventBridge Scheduler counts them, and the one that Unix counts otherwise. */
enum Field {
    MINUTES("minutes", 0, 59, ""),
    HOURS("hours", 0, 23, ""),
    DAY_OF_MONTH("day-of-month", 1, 31, ""),
    MONTH("month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
    DAY_OF_WEEK("day-of-week", 1, 7, "SUN MON TUE WED THU FRI SAT"),
    UNIX_DAY_OF_WEEK("day-of-week", 0, 7, "SUN MON TUE WED THU FRI SAT"),
    YEAR("year", 1970, 2199, "");

    private static final String OF_AWS = ": inside cron(...) Sunday is 1, in Unix cron it is 0";

    private final String label;
    private final int first;
    private final int last;
    private final String names;

    Field(String label, int first, int last, String names) {
        this.label = label;
        this.first = first;
        this.last = last;
        this.names = names;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    /** A number, or a name: JAN is the first month, SUN the first day of the week. */
    int value(String text) {
        int name = List.of(names.split(" ")).indexOf(text);
        if (name >= 0) {
            return first + name;
        }
        if (!text.matches("\\d{1,4}")) {
            throw wrong(text + " is no value: write " + range());
        }
        int value = Integer.parseInt(text);
        if (value < first || value > last) {
            throw wrong(value + " is not " + range() + (this == DAY_OF_WEEK ? OF_AWS : ""));
        }
        return value;
    }

    private String range() {
        return first + " to " + last
                + (names.isEmpty()
                        ? ""
                        : " or " + names.substring(0, 3) + " to " + names.substring(names.length() - 3));
    }

    InvalidSchedule wrong(String what) {
        return new InvalidSchedule(label + ": " + what);
    }
}
