package dev.fargate.aws.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fargate.aws.Operation.Category;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TokenBucket bucket = new TokenBucket(Category.TASK_DEFINITION_MODIFY, 0.95, START);

    @Test
    void aBucketHoldsItsShareAndNoMore() {
        assertThat(bucket.available(START)).isEqualTo(19);
        assertThat(bucket.available(START.plusSeconds(3_600))).isEqualTo(19);
    }

    @Test
    void throttlingHalvesTheRateForAWhileAndItComesBack() {
        bucket.throttled(START);
        bucket.throttled(START.plusMillis(300));
        Instant hold = START.plusMillis(300).plusSeconds(10);

        assertThat(bucket.factor(START.plusSeconds(1))).isCloseTo(0.5, EXACT);
        assertThat(bucket.factor(hold)).isCloseTo(0.5, EXACT);
        assertThat(bucket.factor(hold.plusSeconds(25))).isCloseTo(0.75, EXACT);
        assertThat(bucket.factor(hold.plusSeconds(60))).isCloseTo(1, EXACT);
    }

    @Test
    void whatWasThereWhenAwsThrottledWasNotThere() {
        bucket.throttled(START);

        assertThat(bucket.available(START)).isZero();
        assertThat(Duration.between(START, bucket.until(1, START))).isEqualTo(Duration.ofNanos(2_105_263_158L));
    }

    @Test
    void aFarTimeIsToldAtTheFullRateBecauseTheRateComesBack() {
        bucket.throttled(START);

        assertThat(Duration.between(START, bucket.until(95, START))).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void throttlingNeverTakesTheLastTenth() {
        Instant now = START;
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(3);
            bucket.throttled(now);
        }

        assertThat(bucket.factor(now)).isCloseTo(0.1, EXACT);
    }

    @Test
    void aClockThatStepsBackTakesNothing() {
        bucket.take(START);

        assertThat(bucket.available(START.minusSeconds(60))).isEqualTo(18);
    }
}
