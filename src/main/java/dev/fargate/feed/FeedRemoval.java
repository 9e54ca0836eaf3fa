package dev.fargate.feed;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.ProblemReports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a turn of an environment does for a feed that is not wanted any more. */
record FeedRemoval(Aws.Accounts accounts, FeedEye eye, FeedReaders readers, FeedTelling telling) {

    /** The feed was switched off. */
    Turn<FargateEnvironmentStatus> remove(FargateEnvironment resource, Turn<FargateEnvironmentStatus> turn) {
        FargateEnvironmentStatus status = turn.status().orElseThrow();
        DesiredFeed desired = telling.desired(resource, status);
        FeedReport report = telling.report(resource, status);
        Optional<Holdups.Holdup> holdup = telling.holdup(resource);
        if (holdup.isPresent()) {
            return turn.reporting(report.problem(holdup.get().problem()))
                    .againWithin(holdup.get().left(telling.time().instant()));
        }
        Removal removal = remove(resource, desired);
        Turn<FargateEnvironmentStatus> told = turn.telling(FeedTelling.notices(removal.done()));
        return removal.problem()
                .map(problem -> telling.heldUp(resource, problem, told.reporting(report.problem(problem))))
                .orElseGet(() -> told.reporting(report.without()));
    }

    /** The environment is being deleted: its feed goes before anything else of it. */
    Turn<FargateEnvironmentStatus> delete(FargateEnvironment resource) {
        FargateEnvironmentStatus status = resource.getStatus();
        DesiredFeed desired = telling.desired(resource, status).recordedAt(status);
        Instant now = telling.time().instant();
        Conditions conditions =
                new Conditions(status.conditions(), resource.getMetadata().getGeneration(), now);
        Removal removal = remove(resource, desired);
        if (removal.problem().isPresent()) {
            Problem problem = removal.problem().get();
            conditions.of(problem);
            return Turn.report(
                            status.withEventFeed(
                                    status.eventFeed(),
                                    conditions.toList(),
                                    ProblemReports.stalled(conditions.toList(), status, now)
                                            .orElse(null),
                                    List.of()),
                            FeedTelling.notices(removal.done()))
                    .telling(problem.notices())
                    .again(telling.delay(desired.owner().name(), problem));
        }
        conditions.reconciling("Deleting", "The event feed is gone; the cluster is next.");
        return Turn.report(
                        status.withEventFeed(null, conditions.toList(), null, List.of()),
                        FeedTelling.notices(removal.done()))
                .again(Duration.ZERO);
    }

    /** Another account does not have the feed, which would look like the end of it. */
    boolean isInItsAccount(FargateEnvironment resource) {
        FargateEnvironmentStatus status = resource.getStatus();
        DesiredFeed desired = telling.desired(resource, status).recordedAt(status);
        try {
            return accounts.of(desired.scope()).identity().caller().accountId().equals(status.accountId());
        } catch (AwsException e) {
            // The environment's own deletion meets the same, and tells of it.
            return false;
        }
    }

    /** The environment is gone. */
    void forget(FargateEnvironment resource) {
        readers.stop(resource.getMetadata().getName());
        eye.forget(resource.getMetadata().getUid());
        telling.succeeded(resource);
    }

    private Removal remove(FargateEnvironment resource, DesiredFeed desired) {
        String name = desired.owner().name();
        readers.stop(name);
        eye.forget(desired.owner().uid());
        try {
            FeedApplier.Outcome outcome =
                    new FeedApplier(accounts).apply(desired, FeedPlanner.planDeletion(desired, eye.look(desired)));
            if (outcome.refused().isEmpty()) {
                telling.succeeded(resource);
            }
            return new Removal(outcome.done(), outcome.refused().map(error -> FeedTelling.problem(name, error)));
        } catch (AwsException e) {
            return new Removal(List.of(), Optional.of(FeedTelling.problem(name, e)));
        }
    }

    private record Removal(List<FeedStep> done, Optional<Problem> problem) {}
}
