package dev.fargate.simulator.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fargate.simulator.ecs.AwsFault;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    private static final Instant ANCHOR = Instant.parse("2026-01-01T00:00:30Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cron(0 2 * * ? *)      | UTC           | 2026-01-01T02:00:00Z | 2026-01-02T02:00:00Z
            cron(0 2 * * ? *)      | Europe/Berlin | 2026-01-01T02:00:00Z | 2026-01-02T01:00:00Z
            cron(15 10 ? * 6L *)   | UTC           | 2026-01-01T00:00:00Z | 2026-01-30T10:15:00Z
            cron(0 9 ? * 2#1 *)    | UTC           | 2026-01-01T00:00:00Z | 2026-01-05T09:00:00Z
            cron(0 9 1W * ? *)     | UTC           | 2026-07-02T00:00:00Z | 2026-08-03T09:00:00Z
            rate(5 minutes)        | UTC           | 2026-01-01T00:00:00Z | 2026-01-01T00:00:30Z
            rate(5 minutes)        | UTC           | 2026-01-01T00:05:30Z | 2026-01-01T00:10:30Z
            rate(1 day)            | Europe/Berlin | 2026-03-28T00:00:30Z | 2026-03-29T00:00:30Z
            at(2026-06-01T12:00:00)| Europe/Berlin | 2026-01-01T00:00:00Z | 2026-06-01T10:00:00Z
            """)
    void theNextTimeIsTheFirstAfterAnother(String expression, String zone, Instant after, Instant next) {
        assertThat(Timetable.of(expression, zone, ANCHOR).next(after)).contains(next);
    }

    @Test
    void whatTheClocksSkipIsSkippedAndWhatTheyShowTwiceCountsOnce() {
        Timetable timetable = Timetable.of("cron(30 2 * * ? *)", "Europe/Berlin", ANCHOR);

        assertThat(timetable.next(Instant.parse("2026-03-28T12:00:00Z")))
                .contains(Instant.parse("2026-03-30T00:30:00Z"));
        assertThat(timetable.next(Instant.parse("2026-10-24T12:00:00Z")))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(timetable.next(Instant.parse("2026-10-25T00:30:00Z")))
                .contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void aSingleTimeComesOnce() {
        assertThat(Timetable.of("at(2026-06-01T12:00:00)", "UTC", ANCHOR).next(Instant.parse("2026-06-01T12:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2 * * *",
                "cron(0 2 * * *)",
                "cron(0 2 * * * *)",
                "rate(0 minutes)",
                "rate(5 weeks)",
                "at(tomorrow)"
            })
    void whatIsNoExpressionIsRefused(String expression) {
        assertThatThrownBy(() -> Timetable.of(expression, "UTC", ANCHOR))
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo("ValidationException"));
    }

    @Test
    void anUnknownZoneIsRefused() {
        assertThatThrownBy(() -> Timetable.of("rate(1 day)", "Europe/Atlantis", ANCHOR))
                .isInstanceOf(AwsFault.class);
    }
}
