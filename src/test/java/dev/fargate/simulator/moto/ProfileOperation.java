package dev.fargate.simulator.moto;

import dev.fargate.simulator.wire.Received;
import java.time.Instant;

/**
 * What EKS is at work on, or has failed at.
 *
 * @param status CREATING, DELETING or CREATE_FAILED
 * @param until when it will be done
 * @param failing whether a creation comes to nothing
 * @param deletion what is to be passed on to moto then; null for a creation
 */
record ProfileOperation(String cluster, String name, String status, Instant until, boolean failing, Received deletion) {
    static final String CREATING = "CREATING";
    static final String DELETING = "DELETING";
    static final String CREATE_FAILED = "CREATE_FAILED";

    boolean isUnderWay() {
        return !status.equals(CREATE_FAILED);
    }

    boolean isOver(Instant now) {
        return isUnderWay() && !until.isAfter(now);
    }

    boolean hasFailed(Instant now) {
        return failing && isOver(now);
    }

    ProfileOperation failed() {
        return new ProfileOperation(cluster, name, CREATE_FAILED, until, true, null);
    }
}
