package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.api.PreflightReport;
import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Notice;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Task;

/** Which Events a status brings about: one for each rollout's start and end and for each failure, and none twice. */
class StatusNewsTest {
    private static final Instant SINCE = ServiceCase.NOW;
    private static final Health FAILED =
            new Health(Health.State.STALLED, "RolloutFailed", "It failed.", Optional.empty());
    private static final Health WORKING =
            new Health(Health.State.WORKING, "RolloutInProgress", "It goes on.", Optional.empty());

    @Test
    void a_failed_rollout_is_told_once() {
        assertThat(reasons(null, FAILED, failed("1"))).containsExactly("RolloutFailed");
        assertThat(reasons(status(FAILED, failed("1")), FAILED, failed("1"))).isEmpty();
    }

    @Test
    void the_next_rollout_that_fails_is_told_though_nothing_was_told_between() {
        assertThat(reasons(status(FAILED, failed("1")), FAILED, failed("2")))
                .containsExactly("RolloutStarted", "RolloutFailed");
    }

    @Test
    void a_rollout_that_somebody_else_began_is_told() {
        Memory other = rollout("2", RolloutState.IN_PROGRESS);

        assertThat(reasons(status(WORKING, rollout("1", RolloutState.IN_PROGRESS)), WORKING, other))
                .containsExactly("RolloutStarted");
        assertThat(reasons(status(WORKING, other), WORKING, other)).isEmpty();
    }

    @Test
    void each_new_kind_of_stopped_task_is_told_once_in_each_rollout() {
        Task first = TaskEndingsTest.exit("a", SINCE.plusSeconds(1), 1);
        Task alike = TaskEndingsTest.exit("b", SINCE.plusSeconds(2), 1);
        Task other = TaskEndingsTest.exit("c", SINCE.plusSeconds(3), 2);
        Memory before = with(rollout("1", RolloutState.IN_PROGRESS), first);

        assertThat(reasons(null, WORKING, before)).containsExactly("ExitCode");
        assertThat(reasons(status(WORKING, before), WORKING, with(before, first, alike)))
                .isEmpty();
        assertThat(reasons(status(WORKING, before), WORKING, with(before, first, other)))
                .containsExactly("ExitCode");

        Instant later = SINCE.plusSeconds(60);
        Memory next = with(
                Memory.of(null).withRollout(rolloutOf("2", RolloutState.IN_PROGRESS, later)),
                TaskEndingsTest.exit("d", later.plusSeconds(1), 1));
        assertThat(reasons(status(WORKING, before), WORKING, next)).containsExactly("RolloutStarted", "ExitCode");
    }

    @Test
    void too_few_running_tasks_are_told_when_it_begins() {
        Health degraded = new Health(Health.State.WORKING, "Degraded", "1 of 2 tasks run.", Optional.empty());
        Memory steady = rollout("1", RolloutState.COMPLETED);

        assertThat(reasons(status(WORKING, steady), degraded, steady)).containsExactly("Degraded");
        assertThat(reasons(status(degraded, steady), degraded, steady)).isEmpty();
    }

    @Test
    void what_will_keep_tasks_from_starting_is_told_at_once_and_once_and_that_all_is_well_later() {
        Memory rolling = rollout("1", RolloutState.IN_PROGRESS);
        FargateServiceStatus before = status(WORKING, rolling);
        Memory warned = rolling.withPreflight(preflight(true));
        Memory passed = rolling.withPreflight(preflight(false));

        assertThat(StatusNews.onlyCounts(before, status(WORKING, warned))).isFalse();
        assertThat(reasons(before, WORKING, warned)).containsExactly("NetworkUnreachable");
        assertThat(reasons(status(WORKING, warned), WORKING, warned)).isEmpty();

        assertThat(StatusNews.onlyCounts(before, status(WORKING, passed))).isTrue();
        assertThat(reasons(before, WORKING, passed)).isEmpty();
        assertThat(Conditions.isTrue(status(WORKING, passed).conditions(), "PreflightPassed"))
                .isTrue();
    }

    static Optional<PreflightReport> preflight(boolean fails) {
        return Optional.of(new PreflightReport(
                "hash",
                SINCE.toString(),
                fails
                        ? List.of(new PreflightReport.Problem("Reachability", true, "NetworkUnreachable", "No way."))
                        : List.of(),
                List.of("Image")));
    }

    private static List<String> reasons(FargateServiceStatus before, Health health, Memory memory) {
        return StatusNews.notices(before, health, memory, List.of()).stream()
                .map(Notice::reason)
                .toList();
    }

    private static FargateServiceStatus status(Health health, Memory memory) {
        FargateService resource = new FargateService();
        resource.setMetadata(new ObjectMetaBuilder().withGeneration(1L).build());
        return new ServiceReport(resource, ServiceCase.NOW).progress(health, memory, Optional.empty());
    }

    private static Memory with(Memory memory, Task... tasks) {
        return memory.withStopped(TaskEndings.known(List.of(), List.of(tasks), TaskFacts.NONE, SINCE));
    }

    private static Memory failed(String id) {
        return rollout(id, RolloutState.FAILED);
    }

    private static Memory rollout(String id, RolloutState state) {
        return Memory.of(null).withRollout(rolloutOf(id, state, SINCE));
    }

    private static Rollout rolloutOf(String id, RolloutState state, Instant since) {
        return new Rollout("ecs-svc/" + id, "h", state, since.toString(), null, null, null, null, null, null, null);
    }
}
