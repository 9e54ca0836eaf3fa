package dev.fargate.environment;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket.Priority;
import dev.fargate.engine.Plan;
import dev.fargate.turn.Attempt;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** Carries out an environment's plan, step by step, until one must wait. */
public final class EnvironmentApplier {
    private final Aws.Accounts accounts;
    private final Writes writes;

    public EnvironmentApplier(Aws.Accounts accounts, Writes writes) {
        this.accounts = accounts;
        this.writes = writes;
    }

    Outcome apply(DesiredEnvironment desired, Plan<EnvironmentStep> plan) {
        Optional<Cluster> settled = Optional.empty();
        for (EnvironmentStep step : plan.steps()) {
            switch (attempt(desired, step)) {
                case Attempt.Done<Optional<Cluster>> done -> settled = keep(settled, done.reply());
                case Attempt.Later<Optional<Cluster>> later -> {
                    return new Outcome(settled, Optional.of(later.until()), Optional.empty());
                }
                case Attempt.Refused<Optional<Cluster>> refused -> {
                    return new Outcome(settled, Optional.empty(), Optional.of(refused.error()));
                }
            }
        }
        return new Outcome(settled, Optional.empty(), Optional.empty());
    }

    private static Optional<Cluster> keep(Optional<Cluster> before, Optional<Cluster> reply) {
        return reply.isPresent() ? reply : before;
    }

    private Attempt<Optional<Cluster>> attempt(DesiredEnvironment desired, EnvironmentStep step) {
        Aws aws = accounts.of(desired.scope());
        Writes.Of write = writes.of(desired.scope(), desired.owner().name());
        return switch (step) {
            case EnvironmentStep.CreateCluster create ->
                write.make(
                        Operation.CREATE_CLUSTER,
                        Priority.CREATE,
                        () -> Optional.of(aws.clusters().create(create.request())));
            case EnvironmentStep.PutCapacityProviders put ->
                write.make(
                        Operation.PUT_CLUSTER_CAPACITY_PROVIDERS,
                        Priority.UPDATE,
                        () -> Optional.of(aws.clusters().put(put.request())));
            case EnvironmentStep.UpdateCluster update ->
                write.make(
                        Operation.UPDATE_CLUSTER,
                        Priority.UPDATE,
                        () -> Optional.of(aws.clusters().update(update.request())));
            case EnvironmentStep.AdoptCluster adopt -> tag(write, aws, adopt.arn(), adopt.tags());
            case EnvironmentStep.TagCluster tag -> tag(write, aws, tag.arn(), tag.tags());
            case EnvironmentStep.UntagCluster untag ->
                write.make(Operation.TAG_RESOURCE, Priority.UPDATE, () -> {
                    aws.tags().untag(untag.arn(), untag.keys());
                    return Optional.empty();
                });
            case EnvironmentStep.DeleteCluster delete ->
                write.make(Operation.DELETE_CLUSTER, Priority.DELETE_OR_SCALE, () -> {
                    aws.clusters().delete(delete.arn());
                    return Optional.empty();
                });
        };
    }

    private static Attempt<Optional<Cluster>> tag(Writes.Of write, Aws aws, String arn, Map<String, String> tags) {
        return write.make(Operation.TAG_RESOURCE, Priority.UPDATE, () -> {
            aws.tags().tag(arn, tags);
            return Optional.empty();
        });
    }

    /**
     * How far a plan got.
     *
     * @param settled the cluster as the last step that made or changed it left it
     */
    record Outcome(Optional<Cluster> settled, Optional<Instant> later, Optional<AwsException> refused) {}
}
