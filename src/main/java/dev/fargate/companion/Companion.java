package dev.fargate.companion;

import dev.fargate.api.CompanionKind;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;

/** One object around a service as it should be. A value: as long as it stays equal, what was found to be so is believed for a while. */
public interface Companion {
    CompanionKind kind();

    /** Unique among those of its kind at the service; it does not change when the object is edited. */
    String name();

    /** The read that a look takes a ticket of. */
    Operation look();

    /**
     * Looks at it. It has no effect.
     *
     * @param kept with the ids of those that come before it
     */
    Sight see(Aws aws, Kept kept);
}
