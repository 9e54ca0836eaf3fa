package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.api.ProblemReport;
import dev.fargate.engine.Conditions;
import dev.fargate.preflight.Reports;
import dev.fargate.turn.ProblemReports;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.Service;

/** What is wrong with a service: what its conditions say, named by why its tasks stop where that is the trouble. Pure. */
record ServiceProblem(String cause, String message) {
    /** Reasons behind which is what happens to tasks. */
    private static final Set<String> OF_TASKS =
            Set.of("RolloutFailed", "ProgressDeadlineExceeded", "RolloutInProgress", "Degraded");

    private static final String ROLLING = "RolloutInProgress";

    /** Stalled, below its minimum, or a rollout whose tasks stop. Waiting is no problem. */
    static Optional<ServiceProblem> of(
            List<Condition> conditions, Memory memory, Optional<Service> service, Instant now) {
        return Conditions.find(conditions, Conditions.STALLED)
                .or(() -> Conditions.find(conditions, Conditions.RECONCILING))
                .flatMap(condition -> OF_TASKS.contains(condition.getReason())
                        ? ofTasks(condition, memory, service, since(memory, now))
                        : Optional.of(of(condition)).filter(problem -> isStalled(condition)))
                .or(() -> beforehand(conditions, memory));
    }

    /** While nothing has failed yet: what will keep the tasks from starting. */
    private static Optional<ServiceProblem> beforehand(List<Condition> conditions, Memory memory) {
        return memory.preflight()
                .filter(report -> Conditions.isTrue(conditions, Conditions.RECONCILING))
                .flatMap(Reports::failure)
                .map(failure -> new ServiceProblem(failure.cause(), failure.message()));
    }

    private static Optional<ServiceProblem> ofTasks(
            Condition condition, Memory memory, Optional<Service> service, Instant since) {
        return Blame.failedTask(memory, since)
                .map(task -> new ServiceProblem(task.cause(), task.meaning()))
                .or(() -> service.flatMap(seen -> Blame.cause(seen, since))
                        .map(cause -> new ServiceProblem(cause.name(), condition.getMessage())))
                .or(() -> Optional.of(of(condition)).filter(problem -> !ROLLING.equals(condition.getReason())));
    }

    private static ServiceProblem of(Condition condition) {
        return new ServiceProblem(condition.getReason(), condition.getMessage());
    }

    private static boolean isStalled(Condition condition) {
        return Conditions.STALLED.equals(condition.getType());
    }

    ProblemReport report(Optional<ProblemReport> before, Instant now) {
        return ProblemReports.of(cause, message, before, now);
    }

    /** What stopped before a rollout has to do with something else; after its end, only what stopped lately. */
    private static Instant since(Memory memory, Instant now) {
        return memory.rollout()
                .filter(rollout -> rollout.state() != RolloutState.COMPLETED || rollout.steady() == null)
                .map(Rollout::since)
                .map(Instant::parse)
                .orElse(now.minus(Health.RECENT));
    }
}
