package dev.fargate.cron;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** At minutes, hours and days of the clock. */
record Cron(Values minutes, Values hours, Days days, Values months, Values years) implements Expression {

    Cron {
        if (dates(LocalDate.of(years.set().first(), 1, 1), months, years, days, true)
                .findFirst()
                .isEmpty()) {
            boolean ofWeek = days.dayOfMonth().equals(Days.ANY);
            throw (ofWeek ? Field.DAY_OF_WEEK : Field.DAY_OF_MONTH)
                    .wrong("no day " + (ofWeek ? days.dayOfWeek() : days.dayOfMonth()) + " comes in month "
                            + months.text() + (years.isAll() ? "" : " of " + years.text()));
        }
    }

    @Override
    public String text() {
        return "cron("
                + String.join(
                        " ",
                        minutes.text(),
                        hours.text(),
                        days.dayOfMonth(),
                        months.text(),
                        days.dayOfWeek(),
                        years.text())
                + ")";
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone, Instant anchor) {
        return instants(LocalDateTime.ofInstant(after, zone), zone, true)
                .filter(at -> at.isAfter(after))
                .findFirst();
    }

    @Override
    public Optional<Instant> last(Instant until, ZoneId zone, Instant anchor) {
        return instants(WallClock.latestSeen(until, zone), zone, false)
                .filter(at -> !at.isAfter(until))
                .findFirst();
    }

    private Stream<Instant> instants(LocalDateTime from, ZoneId zone, boolean up) {
        return dates(from.toLocalDate(), months, years, days, up)
                .flatMap(date -> date.equals(from.toLocalDate())
                        ? times(hours.walk(from.getHour(), up), up).map(date::atTime)
                        : times(hours.walk(up), up).map(date::atTime))
                .filter(time ->
                        !passed(from.truncatedTo(ChronoUnit.MINUTES), up).test(time))
                .flatMap(time -> WallClock.instant(time, zone).stream());
    }

    private Stream<LocalTime> times(Stream<Integer> of, boolean up) {
        return of.flatMap(hour -> minutes.walk(up).map(minute -> LocalTime.of(hour, minute)));
    }

    private static Predicate<LocalDateTime> passed(LocalDateTime from, boolean up) {
        return up ? from::isAfter : from::isBefore;
    }

    private static Stream<LocalDate> dates(LocalDate from, Values months, Values years, Days days, boolean up) {
        return years.walk(from.getYear(), up)
                .flatMap(year -> months.walk(up).map(month -> YearMonth.of(year, month)))
                .filter(month -> up ? !month.isBefore(YearMonth.from(from)) : !month.isAfter(YearMonth.from(from)))
                .flatMap(month -> days(month, up))
                .filter(days::includes);
    }

    private static Stream<LocalDate> days(YearMonth month, boolean up) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(day -> month.atDay(up ? day : month.lengthOfMonth() + 1 - day));
    }
}
