package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus.Failure;
import dev.fargate.api.PreflightReport;
import dev.fargate.api.ProblemReport;
import dev.fargate.api.TaskAttempt;
import dev.fargate.api.TaskAttempt.Outcome;
import dev.fargate.engine.Conditions;
import dev.fargate.preflight.Reports;
import dev.fargate.turn.ProblemReports;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a run: what its conditions say, named by why its tasks fail where that is the trouble. Pure. */
record RunProblem(String cause, String message) {
    private static final Set<Outcome> COUNTED = EnumSet.of(Outcome.Succeeded, Outcome.Failed);

    /** It has failed, is stalled, its tasks cannot be started, or the last ones failed. Waiting is no problem. */
    static Optional<RunProblem> of(List<Condition> conditions, History history) {
        return Conditions.find(conditions, Conditions.STALLED)
                .map(stalled -> history.failure()
                        .filter(failure -> failure.reason().equals(stalled.getReason()))
                        .map(failure -> ofFailure(failure, history))
                        .orElseGet(() -> of(stalled)))
                .or(() -> Conditions.find(conditions, Conditions.RECONCILING)
                        .flatMap(reconciling -> Placements.isProblem(reconciling.getReason())
                                ? Optional.of(of(reconciling))
                                : underWay(history)));
    }

    /** While nothing has failed yet: what will keep its tasks from starting. */
    static Optional<RunProblem> beforehand(List<Condition> conditions, Optional<PreflightReport> report) {
        return report.filter(known -> Conditions.isTrue(conditions, Conditions.RECONCILING))
                .flatMap(Reports::failure)
                .map(failure -> new RunProblem(failure.cause(), failure.message()));
    }

    private static Optional<RunProblem> underWay(History history) {
        return history.failure().map(failure -> ofFailure(failure, history)).or(() -> history.attempts().stream()
                .filter(attempt -> COUNTED.contains(attempt.outcome()))
                .findFirst()
                .filter(newest -> newest.outcome() == Outcome.Failed)
                .map(RunProblem::of));
    }

    /** A run that took too long says nothing of what its tasks did. */
    private static RunProblem ofFailure(Failure failure, History history) {
        return history.attempts().stream()
                .filter(attempt -> attempt.outcome() == Outcome.Failed)
                .findFirst()
                .filter(attempt -> !RunPlanner.OVERDUE.equals(failure.reason()))
                .map(RunProblem::of)
                .orElseGet(() -> new RunProblem(failure.reason(), failure.message()));
    }

    private static RunProblem of(TaskAttempt attempt) {
        return new RunProblem(attempt.cause(), attempt.meaning());
    }

    private static RunProblem of(Condition condition) {
        return new RunProblem(condition.getReason(), condition.getMessage());
    }

    ProblemReport report(Optional<ProblemReport> before, Instant now) {
        return ProblemReports.of(cause, message, before, now);
    }
}
