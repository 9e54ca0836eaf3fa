package dev.fargate.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedHealthTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SWEEP = Duration.ofMinutes(1);

    @Test
    void a_feed_is_relied_on_once_it_has_worked_for_a_whole_sweep() {
        FeedHealth health = FeedHealth.unknown().succeeded(NOW).succeeded(NOW.plusSeconds(59));

        assertThat(health.works()).isTrue();
        assertThat(health.settled(NOW.plusSeconds(59), SWEEP)).isFalse();
        assertThat(health.settled(NOW.plusSeconds(60), SWEEP)).isTrue();
        assertThat(FeedHealth.unknown().settled(NOW, Duration.ZERO)).isFalse();
    }

    @Test
    void one_failure_that_passes_is_borne_and_two_in_a_row_are_not() {
        FeedHealth once = FeedHealth.unknown().succeeded(NOW).failed(error(ErrorClass.TRANSIENT));
        FeedHealth twice = once.failed(error(ErrorClass.THROTTLED));
        FeedHealth again = twice.succeeded(NOW.plusSeconds(90));

        assertThat(once.settled(NOW.plusSeconds(60), SWEEP)).isTrue();
        assertThat(once.succeeded(NOW.plusSeconds(2)).settled(NOW.plusSeconds(60), SWEEP))
                .isTrue();
        assertThat(twice.works()).isFalse();
        assertThat(again.settled(NOW.plusSeconds(149), SWEEP)).isFalse();
        assertThat(again.settled(NOW.plusSeconds(150), SWEEP)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "MISSING", "INVALID", "CONFLICT"})
    void a_failure_that_does_not_pass_is_the_end_of_it(ErrorClass errorClass) {
        assertThat(FeedHealth.unknown().succeeded(NOW).failed(error(errorClass)).works())
                .isFalse();
    }

    @Test
    void the_next_try_comes_later_and_later() {
        FeedHealth health = FeedHealth.unknown();
        assertThat(health.delay()).isZero();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            health = health.failed(error(ErrorClass.TRANSIENT));
            assertThat(health.delay()).hasSeconds(seconds);
        }
        assertThat(health.succeeded(NOW).delay()).isZero();
    }

    private static AwsException error(ErrorClass errorClass) {
        return new AwsException(errorClass, "sqs:ReceiveMessage", "Some", "said", null);
    }
}
