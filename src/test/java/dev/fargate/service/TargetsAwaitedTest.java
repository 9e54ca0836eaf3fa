package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsAwaitedTest {
    private static final Instant START = ServiceCase.NOW;

    @ParameterizedTest
    @CsvSource({"60, 60", "359, 60", "360, 360", "700, 660"})
    void a_rollout_that_takes_longer_than_a_minute_is_looked_into_every_five(long seconds, long due) {
        assertThat(TargetsAwaited.since(rolling(RolloutState.IN_PROGRESS), START.plusSeconds(seconds)))
                .contains(START.plusSeconds(due));
    }

    @Test
    void one_that_has_just_begun_or_is_over_is_not() {
        assertThat(TargetsAwaited.since(rolling(RolloutState.IN_PROGRESS), START.plusSeconds(59)))
                .isEmpty();
        assertThat(TargetsAwaited.since(rolling(RolloutState.COMPLETED), START.plusSeconds(600)))
                .isEmpty();
        assertThat(TargetsAwaited.since(Memory.of(null), START)).isEmpty();
    }

    private static Memory rolling(RolloutState state) {
        return Memory.of(null)
                .withRollout(new Rollout(
                        "ecs-svc/1", "h", state, START.toString(), null, null, null, null, null, null, null));
    }
}
