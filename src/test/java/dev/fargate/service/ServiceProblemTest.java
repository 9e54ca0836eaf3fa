package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.api.ProblemReport;
import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.engine.Conditions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;
import software.amazon.awssdk.services.ecs.model.Task;

class ServiceProblemTest {
    private static final Instant SINCE = ServiceCase.NOW;
    private static final Instant NOW = SINCE.plusSeconds(120);

    @Test
    void a_rollout_is_a_problem_only_once_its_tasks_fail() {
        Conditions rolling = conditions().reconciling("RolloutInProgress", "It goes on.");

        assertThat(problem(rolling, rolling(), Optional.empty())).isEmpty();
        assertThat(problem(rolling, rolling(TaskEndingsTest.exit("a", SINCE.plusSeconds(1), 3)), Optional.empty()))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.cause()).isEqualTo("ExitCode");
                    assertThat(problem.message()).startsWith("Container web ended by itself with exit code 3.");
                });
    }

    @Test
    void what_stopped_before_the_rollout_is_not_its_problem() {
        Conditions failed = conditions().stalled("RolloutFailed", "It failed.");
        Memory memory = rolling(TaskEndingsTest.exit("a", SINCE.minusSeconds(9), 3));

        assertThat(problem(failed, memory, Optional.empty()))
                .contains(new ServiceProblem("RolloutFailed", "It failed."));
    }

    @Test
    void tasks_that_were_never_placed_are_explained_by_messages_of_ECS() {
        Service service = Service.builder()
                .events(ServiceEvent.builder()
                        .createdAt(SINCE.plusSeconds(5))
                        .message(
                                "(service web) was unable to place a task. Reason: Capacity is unavailable at this time.")
                        .build())
                .build();

        assertThat(problem(
                                conditions().stalled("ProgressDeadlineExceeded", "It takes too long."),
                                rolling(),
                                Optional.of(service))
                        .map(ServiceProblem::cause))
                .contains("NoCapacity");
    }

    @Test
    void waiting_is_no_problem_and_what_stalls_has_its_reason() {
        assertThat(problem(conditions().reconciling("EnvironmentNotReady", "Wait."), rolling(), Optional.empty()))
                .isEmpty();
        assertThat(problem(conditions().stalled("AccessDenied", "No."), rolling(), Optional.empty()))
                .contains(new ServiceProblem("AccessDenied", "No."));
        assertThat(problem(conditions().ready("RolloutCompleted", "It runs."), rolling(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_problem_that_goes_on_began_when_it_began() {
        ServiceProblem problem = new ServiceProblem("OutOfMemory", "More.");
        ProblemReport first = problem.report(Optional.empty(), SINCE);

        assertThat(problem.report(Optional.of(first), NOW)).isEqualTo(first);
        assertThat(new ServiceProblem("DiskFull", "x".repeat(2000)).report(Optional.of(first), NOW))
                .satisfies(next -> {
                    assertThat(next.since()).isEqualTo(NOW.toString());
                    assertThat(next.message()).hasSize(400).endsWith("…");
                });
    }

    @Test
    void what_will_keep_tasks_from_starting_is_the_problem_until_they_fail_and_not_while_all_is_well() {
        Memory warned = rolling().withPreflight(StatusNewsTest.preflight(true));
        Conditions rolling = conditions().reconciling("RolloutInProgress", "It goes on.");

        assertThat(problem(rolling, warned, Optional.empty()))
                .contains(new ServiceProblem("NetworkUnreachable", "No way."));
        assertThat(problem(
                                rolling,
                                rolling(TaskEndingsTest.exit("a", SINCE.plusSeconds(1), 3))
                                        .withPreflight(StatusNewsTest.preflight(true)),
                                Optional.empty())
                        .map(ServiceProblem::cause))
                .contains("ExitCode");
        assertThat(problem(conditions().ready("RolloutCompleted", "It runs."), warned, Optional.empty()))
                .isEmpty();
        assertThat(problem(rolling, rolling().withPreflight(StatusNewsTest.preflight(false)), Optional.empty()))
                .isEmpty();
    }

    private static Optional<ServiceProblem> problem(Conditions conditions, Memory memory, Optional<Service> service) {
        return ServiceProblem.of(conditions.toList(), memory, service, NOW);
    }

    private static Conditions conditions() {
        return new Conditions(List.of(), 1, NOW);
    }

    private static Memory rolling(Task... tasks) {
        return Memory.of(null)
                .withRollout(new Rollout(
                        "1", "h", RolloutState.IN_PROGRESS, SINCE.toString(), null, null, null, null, null, null, null))
                .withStopped(TaskEndings.known(List.of(), List.of(tasks), TaskFacts.NONE, Instant.EPOCH));
    }
}
