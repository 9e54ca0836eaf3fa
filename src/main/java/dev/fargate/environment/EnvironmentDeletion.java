package dev.fargate.environment;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.Doubts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** The way of an environment towards nothing. */
record EnvironmentDeletion(
        EnvironmentEye eye,
        Doubts doubts,
        EnvironmentApplier applier,
        EnvironmentTurns turns,
        EnvironmentRecipe.Settings settings) {
    /** Asks only the informer's cache, so it may be often. */
    private static final Duration IN_USE = Duration.ofSeconds(2);

    private static final int NAMES_SHOWN = 5;

    /** It waits for the workloads that name it. */
    Turn<FargateEnvironmentStatus> inUse(List<String> users, EnvironmentReport report) {
        Problem inUse = Problem.waiting(
                "InUse",
                "%d workloads still name this environment: %s%s. Delete them first: kubectl get fargate -A"
                        .formatted(
                                users.size(),
                                String.join(", ", users.subList(0, Math.min(NAMES_SHOWN, users.size()))),
                                users.size() > NAMES_SHOWN ? ", …" : ""));
        return Turn.report(report.problem(inUse), List.of()).again(IN_USE);
    }

    /** What is in AWS stays as it is, and is not even looked at. */
    Turn<FargateEnvironmentStatus> leaving(FargateEnvironment resource) {
        forget(DesiredEnvironment.of(resource, settings.clusterId()));
        Optional<String> cluster = Optional.ofNullable(resource.getStatus()).map(FargateEnvironmentStatus::clusterArn);
        return Turn.finished(cluster.stream()
                .map(arn -> Notice.normal("Retained", "Cluster %s stays as it is.".formatted(arn)))
                .toList());
    }

    /** Deletes the cluster if it is ours. */
    Turn<FargateEnvironmentStatus> towardsNothing(FargateEnvironment resource, EnvironmentReport report) {
        if (resource.getStatus() == null || resource.getStatus().accountId() == null) {
            return Turn.finished(List.of());
        }
        DesiredEnvironment desired =
                DesiredEnvironment.of(resource, settings.clusterId()).recordedAt(resource.getStatus());
        String name = desired.owner().name();
        try {
            // Another account does not have the cluster, which would look like the end of it.
            Optional<Problem> moved = EnvironmentTurns.accountChanged(resource, eye.account(desired));
            if (moved.isPresent()) {
                return turns.told(report, moved.get());
            }
            Optional<Cluster> cluster = eye.cluster(desired);
            // It is on record from before its creation on, so it may be there.
            Set<String> missing =
                    cluster.isPresent() ? Set.of() : Set.of(desired.cluster().name());
            if (doubts.open(EnvironmentRecipe.clusterOf(desired), missing)) {
                return Turn.quiet(Optional.of(Doubts.CONFIRMATION));
            }
            Plan<EnvironmentStep> plan = EnvironmentPlanner.planDeletion(desired, cluster);
            EnvironmentApplier.Outcome outcome = applier.apply(desired, plan);
            if (outcome.refused().isPresent()) {
                return turns.failed(name, report, outcome.refused().get());
            }
            return outcome.later()
                    .map(until -> Turn.<FargateEnvironmentStatus>quiet(
                            Optional.of(Duration.between(settings.time().instant(), until))))
                    .orElseGet(() -> {
                        forget(desired);
                        return Turn.finished(EnvironmentTurns.notices(plan));
                    });
        } catch (AwsException e) {
            return turns.failed(name, report, e);
        }
    }

    private void forget(DesiredEnvironment desired) {
        eye.forget(desired);
        doubts.forget(EnvironmentRecipe.clusterOf(desired));
        doubts.forget(EnvironmentRecipe.networkOf(desired));
        turns.tries().succeeded(desired.owner().name());
    }
}
