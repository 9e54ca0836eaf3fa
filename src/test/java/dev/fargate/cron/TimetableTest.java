package dev.fargate.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final Instant CREATED = Instant.parse("2026-01-10T10:07:30Z");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @Test
    void the_example_of_AWS_is_skipped_in_spring_and_runs_once_in_autumn() {
        Timetable nightly = timetable("cron(30 2 * * ? *)", LOS_ANGELES);

        assertThat(times(nightly, "2026-03-07T00:00:00Z", 3))
                .containsExactly("2026-03-07T10:30:00Z", "2026-03-09T09:30:00Z", "2026-03-10T09:30:00Z");
        assertThat(times(timetable("cron(30 1 * * ? *)", LOS_ANGELES), "2026-10-31T12:00:00Z", 2))
                .containsExactly("2026-11-01T08:30:00Z", "2026-11-02T09:30:00Z");
    }

    @Test
    void what_was_missed_while_a_time_is_shown_again_is_the_one_shown_first() {
        Timetable quarters = timetable("*/15 * * * *", LOS_ANGELES);

        assertThat(quarters.latest(Instant.MIN, Instant.parse("2026-11-01T09:10:00Z")))
                .contains(Instant.parse("2026-11-01T08:45:00Z"));
        assertThat(quarters.next(Instant.parse("2026-11-01T08:45:00Z")))
                .contains(Instant.parse("2026-11-01T10:00:00Z"));
    }

    @Test
    void a_rate_is_due_at_once_and_then_at_its_distance_whatever_the_clocks_do() {
        Timetable daily = timetable("rate(1 day)", LOS_ANGELES);

        assertThat(times(daily, "2026-01-01T00:00:00Z", 2))
                .containsExactly("2026-01-10T10:07:30Z", "2026-01-11T10:07:30Z");
        assertThat(daily.next(Instant.parse("2026-03-08T00:00:00Z"))).contains(Instant.parse("2026-03-08T10:07:30Z"));
        assertThat(daily.latest(Instant.MIN, CREATED)).contains(CREATED);
        assertThat(daily.latest(CREATED, Instant.parse("2026-06-01T00:00:00Z")))
                .contains(Instant.parse("2026-05-31T10:07:30Z"));
    }

    @Test
    void a_rate_counts_from_its_start() {
        Timetable hourly = bounded("rate(1 hour)", "2026-02-01T00:20:00Z", "2026-02-01T02:20:00Z");

        assertThat(times(hourly, "2026-01-01T00:00:00Z", 9))
                .containsExactly("2026-02-01T00:20:00Z", "2026-02-01T01:20:00Z", "2026-02-01T02:20:00Z");
        assertThat(hourly.latest(Instant.MIN, Instant.parse("2026-02-01T00:19:59Z")))
                .isEmpty();
        assertThat(hourly.latest(Instant.MIN, Instant.parse("2030-01-01T00:00:00Z")))
                .contains(Instant.parse("2026-02-01T02:20:00Z"));
    }

    @Test
    void nothing_is_due_before_the_schedule_was_created() {
        Timetable hourly = timetable("@hourly", ZoneId.of("UTC"));

        assertThat(hourly.latest(Instant.MIN, Instant.parse("2026-01-10T10:59:59Z")))
                .isEmpty();
        assertThat(hourly.latest(Instant.MIN, Instant.parse("2026-01-10T11:00:00Z")))
                .contains(Instant.parse("2026-01-10T11:00:00Z"));
        assertThat(hourly.next(Instant.MIN)).contains(Instant.parse("2026-01-10T11:00:00Z"));
    }

    @Test
    void start_and_end_belong_to_the_time_in_which_cron_is_due() {
        Timetable hourly = bounded("@hourly", "2026-02-01T00:00:00Z", "2026-02-01T02:00:00Z");

        assertThat(times(hourly, "2026-01-01T00:00:00Z", 9))
                .containsExactly("2026-02-01T00:00:00Z", "2026-02-01T01:00:00Z", "2026-02-01T02:00:00Z");
    }

    @Test
    void a_single_time_comes_once_and_knows_no_bounds() {
        Timetable once = bounded("at(2026-03-01T02:00:00)", "2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
        Instant at = Instant.parse("2026-03-01T02:00:00Z");

        assertThat(once.next(CREATED)).contains(at);
        assertThat(once.next(at)).isEmpty();
        assertThat(once.latest(CREATED, at.minusSeconds(1))).isEmpty();
        assertThat(once.latest(CREATED, at.plusSeconds(1))).contains(at);
    }

    @Test
    void a_single_time_that_the_clocks_skip_is_refused_with_the_next_one() {
        assertThatExceptionOfType(InvalidSchedule.class)
                .isThrownBy(() -> timetable("at(2026-03-08T02:30:00)", LOS_ANGELES))
                .withMessage("at: the clocks of America/Los_Angeles skip 2026-03-08T02:30: the next time they show is"
                        + " at(2026-03-08T03:00:00)");
    }

    @Test
    void an_end_before_the_start_is_refused() {
        assertThatExceptionOfType(InvalidSchedule.class)
                .isThrownBy(() -> bounded("@daily", "2026-02-01T00:00:00Z", "2026-01-01T00:00:00Z"))
                .withMessage("end 2026-01-01T00:00:00Z is not after start 2026-02-01T00:00:00Z");
    }

    @Test
    void the_last_year_has_an_end() {
        Timetable past = timetable("cron(0 0 1 1 ? 2020-2027)", ZoneId.of("UTC"));

        assertThat(times(past, "2026-02-01T00:00:00Z", 9)).containsExactly("2027-01-01T00:00:00Z");
    }

    @Test
    void a_zone_is_a_name_of_the_database() {
        assertThat(Zones.parse("Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThatExceptionOfType(InvalidSchedule.class)
                .isThrownBy(() -> Zones.parse("america/new york"))
                .withMessage("timeZone: there is no \"america/new york\": write America/New_York");
        assertThatExceptionOfType(InvalidSchedule.class)
                .isThrownBy(() -> Zones.parse("+02:00"))
                .withMessageContaining("write a name of the Time Zone Database, like Europe/Berlin or UTC");
    }

    private static List<String> times(Timetable timetable, String after, int count) {
        return Stream.iterate(
                        timetable.next(Instant.parse(after)),
                        Optional::isPresent,
                        next -> timetable.next(next.orElseThrow()))
                .limit(count)
                .map(next -> next.orElseThrow().toString())
                .toList();
    }

    private static Timetable timetable(String expression, ZoneId zone) {
        return new Timetable(Expression.parse(expression), zone, CREATED, Optional.empty(), Optional.empty());
    }

    private static Timetable bounded(String expression, String start, String end) {
        return new Timetable(
                Expression.parse(expression),
                ZoneId.of("UTC"),
                CREATED,
                Optional.of(Instant.parse(start)),
                Optional.of(Instant.parse(end)));
    }
}
