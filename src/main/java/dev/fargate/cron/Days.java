package dev.fargate.cron;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** On which days: what day-of-month and day-of-week say together, one of which says nothing. Days of the week count from Sunday, 1. */
sealed interface Days {
    String ANY = "?";

    boolean includes(LocalDate date);

    /** Days of the week; all of them are all days. */
    static Days ofWeek(Values values) {
        return values.isAll() ? new OfMonth(Values.all(Field.DAY_OF_MONTH)) : new OfWeek(values);
    }

    default String dayOfMonth() {
        return ANY;
    }

    default String dayOfWeek() {
        return ANY;
    }

    record OfMonth(Values values) implements Days {
        @Override
        public boolean includes(LocalDate date) {
            return values.contains(date.getDayOfMonth());
        }

        @Override
        public String dayOfMonth() {
            return values.text();
        }
    }

    record LastOfMonth() implements Days {
        @Override
        public boolean includes(LocalDate date) {
            return date.getDayOfMonth() == date.lengthOfMonth();
        }

        @Override
        public String dayOfMonth() {
            return "L";
        }
    }

    /** The day from Monday to Friday that is nearest to a day, in its month. A month without that day has none. */
    record NearestWorkday(int day) implements Days {
        @Override
        public boolean includes(LocalDate date) {
            return day <= date.lengthOfMonth()
                    && nearest(date.withDayOfMonth(day)).equals(date);
        }

        private static LocalDate nearest(LocalDate target) {
            LocalDate near =
                    switch (target.getDayOfWeek()) {
                        case SATURDAY -> target.minusDays(1);
                        case SUNDAY -> target.plusDays(1);
                        default -> target;
                    };
            if (near.getMonth() == target.getMonth()) {
                return near;
            }
            return near.isBefore(target) ? target.plusDays(2) : target.minusDays(2);
        }

        @Override
        public String dayOfMonth() {
            return day + "W";
        }
    }

    record OfWeek(Values values) implements Days {
        @Override
        public boolean includes(LocalDate date) {
            return values.contains(number(date.getDayOfWeek()));
        }

        @Override
        public String dayOfWeek() {
            return values.text();
        }
    }

    /** The last Friday of a month, for 6. */
    record LastWeekday(int weekday) implements Days {
        @Override
        public boolean includes(LocalDate date) {
            return date.equals(date.with(TemporalAdjusters.lastInMonth(Days.weekday(weekday))));
        }

        @Override
        public String dayOfWeek() {
            return weekday + "L";
        }
    }

    /** The second Tuesday of a month, for 3 and 2. */
    record NthWeekday(int weekday, int nth) implements Days {
        @Override
        public boolean includes(LocalDate date) {
            return number(date.getDayOfWeek()) == weekday && (date.getDayOfMonth() - 1) / 7 + 1 == nth;
        }

        @Override
        public String dayOfWeek() {
            return weekday + "#" + nth;
        }
    }

    private static int number(DayOfWeek day) {
        return day.getValue() % 7 + 1;
    }

    private static DayOfWeek weekday(int number) {
        return DayOfWeek.SATURDAY.plus(number);
    }
}
