package dev.fargate.companion;

import dev.fargate.api.CompanionStatus;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;

/** How companions of one kind go. */
public interface Departure {

    /** The read that a look takes a ticket of. */
    Operation look();

    /** Looks at one that is to go: no steps are left to take when it is gone, or another's. It has no effect. */
    Sight see(Aws aws, Owner owner, CompanionStatus leaving);
}
