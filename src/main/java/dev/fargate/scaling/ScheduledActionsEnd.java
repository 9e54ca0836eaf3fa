package dev.fargate.scaling;

import dev.fargate.api.CompanionStatus;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Departure;
import dev.fargate.companion.Sight;
import java.util.Optional;

/** The service is to have no scheduled actions of ours. */
final class ScheduledActionsEnd implements Departure {

    @Override
    public Operation look() {
        return Operation.DESCRIBE_SCHEDULED_ACTIONS;
    }

    @Override
    public Sight see(Aws aws, Owner owner, CompanionStatus leaving) {
        // Without an id they were never looked at, and so never made.
        return new Sight.Seen(
                Optional.ofNullable(leaving.id()),
                Optional.ofNullable(leaving.id()).stream()
                        .flatMap(id -> ScheduledActions.own(aws, id).stream())
                        .<CompanionStep>map(action ->
                                new ScalingStep.DeleteScheduled(action.resourceId(), action.scheduledActionName()))
                        .toList());
    }
}
