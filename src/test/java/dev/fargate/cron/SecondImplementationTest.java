package dev.fargate.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.scheduling.support.CronExpression;

/** The same times as Quartz, whose dialect AWS's is, and as Spring, which reads Unix cron: over years, zones and changes of the clocks. */
class SecondImplementationTest {
    private static final Instant FROM = Instant.parse("2023-12-31T23:59:00Z");
    private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

    private static final int MOST = 150;
    private static final Duration AROUND = Duration.ofHours(26);
    private static final int MINUTES = 4 * 24 * 60;

    @RepeatedTest(100)
    void an_expression_of_AWS_is_due_when_Quartz_says(RepetitionInfo repetition) throws ParseException {
        String fields = new RandomCron(new Random(repetition.getCurrentRepetition())).aws();

        List<Instant> quartz = quartz("0 " + fields);

        assertThat(ours("cron(" + fields + ")", ZoneOffset.UTC, FROM, END, MOST))
                .as(fields)
                .isEqualTo(quartz);
        assertThat(backwards("cron(" + fields + ")", ZoneOffset.UTC, quartz))
                .as(fields)
                .isEqualTo(quartz);
    }

    @RepeatedTest(100)
    void Unix_cron_is_due_when_Spring_says(RepetitionInfo repetition) {
        String unix = new RandomCron(new Random(repetition.getCurrentRepetition())).unix();

        List<Instant> spring = spring(unix, utc(FROM), utc(END), MOST).stream()
                .map(time -> time.toInstant(ZoneOffset.UTC))
                .toList();

        assertThat(ours(unix, ZoneOffset.UTC, FROM, END, MOST)).as(unix).isEqualTo(spring);
        assertThat(ours(Expression.parse(unix).text(), ZoneOffset.UTC, FROM, END, MOST))
                .as(unix)
                .isEqualTo(spring);
    }

    @RepeatedTest(40)
    void a_skipped_time_is_not_due_and_a_repeated_one_is_due_once(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        ZoneId zone = ZoneId.of(RandomCron.ZONES.get(random.nextInt(RandomCron.ZONES.size())));
        String unix = new RandomCron(random).unix();
        Instant change = Optional.ofNullable(
                        zone.getRules().nextTransition(Instant.EPOCH.plus(Duration.ofDays(random.nextInt(20_000)))))
                .map(transition -> transition.getInstant())
                .orElse(FROM);
        Instant from = change.minus(AROUND).truncatedTo(ChronoUnit.MINUTES);
        Instant to = change.plus(AROUND);

        List<Instant> expected = firstShown(unix, zone, from, to);

        assertThat(ours(unix, zone, from, to, MINUTES))
                .as("%s in %s around %s", unix, zone, change)
                .isEqualTo(expected);
        assertThat(backwards(unix, zone, expected))
                .as("%s in %s around %s", unix, zone, change)
                .isEqualTo(expected);
    }

    /** Minute by minute: the clock shows a time that fits, and shows it for the first time. */
    private static List<Instant> firstShown(String unix, ZoneId zone, Instant from, Instant to) {
        Set<LocalDateTime> fits = Set.copyOf(spring(
                unix, LocalDateTime.ofInstant(from.minus(AROUND), zone), LocalDateTime.ofInstant(to, zone), MINUTES));
        Set<LocalDateTime> shown = new HashSet<>();
        return Stream.iterate(from.minus(AROUND), at -> !at.isAfter(to), at -> at.plusSeconds(60))
                .filter(at -> shown.add(LocalDateTime.ofInstant(at, zone)))
                .filter(at -> at.isAfter(from))
                .filter(at -> fits.contains(LocalDateTime.ofInstant(at, zone)))
                .toList();
    }

    private static List<Instant> ours(String text, ZoneId zone, Instant from, Instant to, int most) {
        Expression expression = Expression.parse(text);
        return Stream.iterate(
                        expression.next(from, zone, from),
                        next -> next.filter(at -> !at.isAfter(to)).isPresent(),
                        next -> expression.next(next.orElseThrow(), zone, from))
                .limit(most)
                .map(Optional::orElseThrow)
                .toList();
    }

    /** The last time until just before each next one. */
    private static List<Instant> backwards(String text, ZoneId zone, List<Instant> times) {
        Expression expression = Expression.parse(text);
        return IntStream.range(0, times.size())
                .mapToObj(i -> i + 1 < times.size() ? times.get(i + 1).minusNanos(1) : times.get(i))
                .map(until -> expression.last(until, zone, FROM).orElseThrow())
                .toList();
    }

    private static List<Instant> quartz(String text) throws ParseException {
        org.quartz.CronExpression quartz = new org.quartz.CronExpression(text);
        quartz.setTimeZone(TimeZone.getTimeZone("UTC"));
        List<Instant> times = new ArrayList<>();
        for (Date next = quartz.getNextValidTimeAfter(Date.from(FROM));
                next != null && times.size() < MOST && !next.toInstant().isAfter(END);
                next = quartz.getNextValidTimeAfter(next)) {
            times.add(next.toInstant());
        }
        return times;
    }

    private static List<LocalDateTime> spring(String unix, LocalDateTime from, LocalDateTime to, int most) {
        String[] fields = unix.split(" ");
        // Unix counts from Sunday, and Spring from Monday where no day is named.
        fields[4] = fields[4].replaceAll("[*](?=/)", "0-6");
        CronExpression spring = CronExpression.parse("0 " + String.join(" ", fields));
        return Stream.iterate(spring.next(from), next -> next != null && !next.isAfter(to), spring::next)
                .limit(most)
                .toList();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
