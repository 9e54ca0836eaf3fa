package dev.fargate.task;

import dev.fargate.api.FargateTask;
import dev.fargate.api.Place;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Problem;
import dev.fargate.environment.Ownership;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

/** Where a run's tasks were started: what is left to do there needs nothing of the environment but how its role is assumed. */
record LaunchSite(Aws aws, AwsScope scope, Place place) {

    static LaunchSite of(FargateTask resource, Place place, Aws.Accounts accounts, TaskSettings settings) {
        AwsScope scope =
                settings.references().environments().scope(resource.getSpec().environment(), place);
        return new LaunchSite(accounts.of(scope), scope, place);
    }

    /** Why nothing can be done there. */
    Optional<Problem> unreachable() {
        return place.accountId().equals(aws.identity().caller().accountId())
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "AccountChanged",
                        "The tasks are in account %s, and the operator's credentials now reach another one. Nothing was changed; give it back its role, or remove the finalizer by hand."
                                .formatted(place.accountId())));
    }

    /** The run, as far as stopping it goes. */
    DesiredRun towardsNothing(FargateTask resource, String clusterId) {
        return new DesiredRun(
                Ownership.owner(resource, clusterId),
                new DesiredRun.Where(scope, place),
                new RunSource.Begun(),
                RunTaskRequest.builder().build(),
                DesiredRun.Limits.of(resource.getSpec()));
    }
}
