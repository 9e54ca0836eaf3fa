package dev.fargate.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateTaskStatus.Failure;
import dev.fargate.api.ProblemReport;
import dev.fargate.api.TaskAttempt;
import dev.fargate.api.TaskAttempt.Outcome;
import dev.fargate.engine.Conditions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunProblemTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TaskAttempt FAILED = attempt(Outcome.Failed, "OutOfMemory", "Raise the memory.");
    private static final TaskAttempt SUCCEEDED = attempt(Outcome.Succeeded, null, null);
    private static final TaskAttempt INTERRUPTED = attempt(Outcome.Interrupted, "SpotInterruption", "Taken back.");

    @Test
    void a_run_that_its_tasks_have_failed_has_their_cause() {
        for (String reason : List.of("BackoffLimitExceeded", "FailurePolicy")) {
            History history = history(INTERRUPTED, FAILED).failed(new Failure(reason, "1 task failed."));

            assertThat(RunProblem.of(
                            conditions().stalled(reason, "1 task failed.").toList(), history))
                    .contains(new RunProblem("OutOfMemory", "Raise the memory."));
        }
    }

    @Test
    void a_run_that_took_too_long_has_that_for_a_problem_whatever_failed_before() {
        History history = history(FAILED).failed(new Failure("DeadlineExceeded", "Not in time."));

        assertThat(RunProblem.of(
                        conditions().reconciling("Stopping", "It stops.").toList(), history))
                .contains(new RunProblem("DeadlineExceeded", "Not in time."));
        assertThat(RunProblem.of(
                        conditions().stalled("DeadlineExceeded", "Not in time.").toList(), history))
                .contains(new RunProblem("DeadlineExceeded", "Not in time."));
    }

    @Test
    void a_refusal_while_it_fails_comes_first_since_somebody_must_mend_it() {
        History history = history(FAILED).failed(new Failure("BackoffLimitExceeded", "1 task failed."));

        assertThat(RunProblem.of(
                        conditions().stalled("AccessDenied", "StopTask.").toList(), history))
                .contains(new RunProblem("AccessDenied", "StopTask."));
    }

    @Test
    void a_task_that_failed_is_a_problem_until_another_one_succeeds() {
        List<String> underWay = List.of("BackOff", "Starting", "Running");

        assertThat(underWay).allSatisfy(reason -> {
            assertThat(whileIt(reason, history(FAILED))).contains(new RunProblem("OutOfMemory", "Raise the memory."));
            assertThat(whileIt(reason, history(INTERRUPTED, FAILED))).isPresent();
            assertThat(whileIt(reason, history(SUCCEEDED, FAILED))).isEmpty();
            assertThat(whileIt(reason, history(INTERRUPTED))).isEmpty();
            assertThat(whileIt(reason, History.NONE)).isEmpty();
        });
    }

    @Test
    void tasks_that_cannot_be_started_are_a_problem_and_being_too_quick_is_none() {
        assertThat(whileIt("NoCapacity", History.NONE)).map(RunProblem::cause).contains("NoCapacity");
        assertThat(whileIt("QuotaExceeded", History.NONE)).isPresent();
        assertThat(whileIt("Throttled", History.NONE)).isEmpty();
        assertThat(whileIt("EnvironmentNotReady", History.NONE)).isEmpty();
    }

    @Test
    void what_is_complete_or_suspended_has_no_problem() {
        assertThat(RunProblem.of(conditions().ready("Completed", "Done.").toList(), history(FAILED)))
                .isEmpty();
        assertThat(RunProblem.of(
                        conditions()
                                .add(Conditions.READY, "Unknown", "Suspended", "It waits.")
                                .toList(),
                        history(FAILED)))
                .isEmpty();
    }

    @Test
    void a_problem_that_goes_on_began_when_it_began() {
        RunProblem problem = new RunProblem("OutOfMemory", "Raise the memory.");
        ProblemReport first = problem.report(Optional.empty(), NOW);

        assertThat(first.since()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(problem.report(Optional.of(first), NOW.plusSeconds(9))).isEqualTo(first);
    }

    private static Optional<RunProblem> whileIt(String reason, History history) {
        return RunProblem.of(conditions().reconciling(reason, "It goes on.").toList(), history);
    }

    private static Conditions conditions() {
        return new Conditions(List.of(), 1, NOW);
    }

    private static History history(TaskAttempt... newestFirst) {
        return new History(History.Tally.NONE, Optional.empty(), List.of(newestFirst));
    }

    private static TaskAttempt attempt(Outcome outcome, String cause, String meaning) {
        return new TaskAttempt(
                "arn:aws:ecs:eu-west-1:123456789012:task/production/a",
                outcome,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                cause,
                meaning,
                null);
    }
}
