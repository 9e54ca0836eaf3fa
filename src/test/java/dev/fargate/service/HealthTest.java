package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Service;

class HealthTest {
    private static final DesiredService DESIRED =
            Desired.of(CreateServiceRequest.builder().build());
    private static final Instant NOW = ServiceCase.NOW;

    @ParameterizedTest
    @CsvSource({
        // desired, running, minimum healthy percent, running last reached
        "4, 4, 100, 4, READY",
        "4, 3, 100, 4, WORKING",
        "4, 2, 50,  4, READY",
        "4, 1, 50,  4, WORKING",
        "3, 2, 50,  3, READY",
        "3, 1, 50,  3, WORKING",
        "3, 2, 66,  3, READY",
        "3, 2, 67,  3, WORKING",
        "1, 0, 0,   1, READY",
        "8, 2, 100, 2, READY",
        "8, 1, 100, 2, WORKING",
        "0, 0, 100, 4, READY",
        "2, 2, 100, 8, READY",
    })
    void a_steady_service_is_ready_while_the_healthy_share_of_what_it_had_reached_runs(
            int desired, int running, int percent, int reached, Health.State state) {
        Service live = Service.builder()
                .desiredCount(desired)
                .runningCount(running)
                .deploymentConfiguration(deployment -> deployment.minimumHealthyPercent(percent))
                .build();

        Health health = Health.of(DESIRED, memory(RolloutState.COMPLETED, NOW, true, reached), live, NOW);

        assertThat(health.state()).isEqualTo(state);
        assertThat(health.scaling().isPresent()).isEqualTo(desired != running);
    }

    @Test
    void a_completed_rollout_is_not_ready_before_all_tasks_have_run_once() {
        Health health = Health.of(DESIRED, memory(RolloutState.COMPLETED, NOW, null, 2), counts(2, 1), NOW);

        assertThat(health.state()).isEqualTo(Health.State.WORKING);
        assertThat(health.reason()).isEqualTo("Starting");
    }

    @ParameterizedTest
    @CsvSource({"PT15M, WORKING", "PT15M1S, STALLED"})
    void a_rollout_is_stalled_after_its_deadline(Duration age, Health.State state) {
        Health health =
                Health.of(DESIRED, memory(RolloutState.IN_PROGRESS, NOW.minus(age), null, 2), counts(2, 1), NOW);

        assertThat(health.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 2026-03-01T12:00:14Z", "PT20S, 2026-03-01T12:00:25Z", "PT50S, 2026-03-01T12:00:30Z"})
    void a_rollout_is_looked_at_at_set_times_and_then_at_the_last_interval(Duration age, Instant next) {
        Polls polls = new Polls(List.of(Duration.ofSeconds(15), Duration.ofSeconds(45)));
        Optional<Rollout> rollout =
                memory(RolloutState.IN_PROGRESS, NOW.minus(age), null, 2).rollout();

        assertThat(polls.next(rollout, false, NOW)).contains(next);
    }

    @Test
    void where_changes_are_announced_a_rollout_is_polled_only_from_the_last_time_on() {
        Polls polls = new Polls(List.of(Duration.ofSeconds(15), Duration.ofSeconds(45), Duration.ofSeconds(180)));
        Optional<Rollout> rollout =
                memory(RolloutState.IN_PROGRESS, NOW, null, 2).rollout();

        assertThat(polls.next(rollout, true, NOW)).contains(NOW.plusSeconds(180));
        assertThat(polls.next(rollout, true, NOW.plusSeconds(180))).contains(NOW.plusSeconds(180 + 135));
    }

    @Test
    void a_rollout_that_is_over_is_not_polled() {
        Polls polls = new Polls(List.of(Duration.ofSeconds(15)));

        assertThat(polls.next(Optional.empty(), false, NOW)).isEmpty();
        assertThat(polls.next(memory(RolloutState.FAILED, NOW, null, 2).rollout(), false, NOW))
                .isEmpty();
        assertThat(polls.next(memory(RolloutState.COMPLETED, NOW, true, 2).rollout(), false, NOW))
                .isEmpty();
        assertThat(polls.next(memory(RolloutState.COMPLETED, NOW, null, 2).rollout(), false, NOW))
                .as("not all tasks run yet")
                .contains(NOW.plusSeconds(15));
    }

    private static Service counts(int desired, int running) {
        return Service.builder().desiredCount(desired).runningCount(running).build();
    }

    private static Memory memory(RolloutState state, Instant since, Boolean steady, Integer reached) {
        return Memory.of(null)
                .withRollout(new Rollout(
                        "ecs-svc/1",
                        DESIRED.rolloutHash(),
                        state,
                        since.toString(),
                        null,
                        null,
                        steady,
                        reached,
                        null,
                        null,
                        null));
    }
}
