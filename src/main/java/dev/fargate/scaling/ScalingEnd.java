package dev.fargate.scaling;

import dev.fargate.api.CompanionStatus;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Departure;
import dev.fargate.companion.Sight;
import java.util.List;
import java.util.Optional;

/** The service is to have the number of tasks that it has, or is to go. */
final class ScalingEnd implements Departure {

    @Override
    public Operation look() {
        return Operation.DESCRIBE_SCALABLE_TARGETS;
    }

    @Override
    public Sight see(Aws aws, Owner owner, CompanionStatus leaving) {
        // Without an id it was never looked at, and so never made.
        return Optional.ofNullable(leaving.id())
                .flatMap(aws.scalableTargets()::describe)
                .map(live -> new Sight.Seen(
                        Optional.of(live.resourceId()),
                        List.<CompanionStep>of(new ScalingStep.Deregister(live.resourceId()))))
                .orElse(new Sight.Seen(Optional.empty(), List.of()));
    }
}
