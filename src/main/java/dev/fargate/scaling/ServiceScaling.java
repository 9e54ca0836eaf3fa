package dev.fargate.scaling;

import dev.fargate.api.CompanionKind;
import dev.fargate.api.Scaling;
import dev.fargate.aws.Owner;
import dev.fargate.companion.Companion;
import dev.fargate.companion.Departure;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service's scaling comes to in AWS. */
public final class ServiceScaling {
    private ServiceScaling() {}

    /**
     * As the spec asks, in the order in which they are made.
     *
     * @param clusterArn of the service's cluster
     * @param isRolling a rollout is in progress
     * @param now the time of the turn
     */
    public static Stream<Companion> companions(
            Scaling scaling, Owner owner, String clusterArn, String service, boolean isRolling, Instant now) {
        String resourceId = ScalableService.resourceId(clusterArn, service);
        return Stream.<Optional<? extends Companion>>of(
                        Optional.of(ScalableService.of(scaling, resourceId, isRolling)),
                        ScalingPolicies.of(scaling, resourceId),
                        StepAlarms.of(scaling, resourceId, owner),
                        ScheduledActions.of(scaling, resourceId, now))
                .flatMap(Optional::stream);
    }

    public static Map<CompanionKind, Departure> departures() {
        return Map.of(
                CompanionKind.ScalableTarget, new ScalingEnd(),
                CompanionKind.ScalingPolicies, new PoliciesEnd(),
                CompanionKind.StepAlarms, new StepAlarmsEnd(),
                CompanionKind.ScheduledActions, new ScheduledActionsEnd());
    }
}
