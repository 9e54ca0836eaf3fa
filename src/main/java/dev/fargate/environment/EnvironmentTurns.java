package dev.fargate.environment;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.AccountChanged;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.Tries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a turn of an environment ends when it does not get on, and what is told of one that did. */
record EnvironmentTurns(Tries tries) {
    /** Until something that passes is looked at again. */
    static final Duration BUSY = Duration.ofSeconds(10);

    Turn<FargateEnvironmentStatus> told(EnvironmentReport report, Problem problem) {
        return Turn.told(report.problem(problem), problem).again(problem.stalled() ? tries.stalled() : BUSY);
    }

    Turn<FargateEnvironmentStatus> failed(String name, EnvironmentReport report, AwsException error) {
        return tries.refused(name, error, AwsProblems.of(error, "environment " + name), false, report::problem);
    }

    static Optional<Problem> accountChanged(FargateEnvironment resource, String account) {
        return AccountChanged.of(
                "The environment is",
                Optional.ofNullable(resource.getStatus()).map(FargateEnvironmentStatus::accountId),
                account,
                "make a new environment");
    }

    static List<Notice> notices(Plan<EnvironmentStep> plan) {
        return plan.steps().stream()
                .map(step -> Notice.normal(reason(step), step.change().toString()))
                .toList();
    }

    private static String reason(EnvironmentStep step) {
        return switch (step) {
            case EnvironmentStep.CreateCluster create -> "ClusterCreated";
            case EnvironmentStep.AdoptCluster adopt -> "ClusterAdopted";
            case EnvironmentStep.PutCapacityProviders put -> "ClusterUpdated";
            case EnvironmentStep.UpdateCluster update -> "ClusterUpdated";
            case EnvironmentStep.TagCluster tag -> "ClusterTagged";
            case EnvironmentStep.UntagCluster untag -> "ClusterTagged";
            case EnvironmentStep.DeleteCluster delete -> "ClusterDeleted";
        };
    }
}
