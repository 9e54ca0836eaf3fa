package dev.fargate.service;

import dev.fargate.api.FargateService;
import dev.fargate.aws.ServiceRef;
import dev.fargate.companion.Kept;

/**
 * One turn of one service: its resource, and what that asks of AWS.
 *
 * @param drift what somebody else changed, and what stays
 */
record Reconciliation(FargateService resource, DesiredService desired, DriftReading drift) {

    static Reconciliation of(FargateService resource, DesiredService desired) {
        return new Reconciliation(resource, desired, DriftReading.NONE);
    }

    ServiceRef ref() {
        return new ServiceRef(
                desired.scope(), desired.place().clusterArn(), desired.serviceName(), ServiceRecipe.holder(resource));
    }

    /** What the status remembered when the turn began. */
    Memory recorded() {
        return Memory.of(resource.getStatus());
    }

    /** The same, with what was made for it by now on record. */
    Reconciliation serving(FargateService recorded, Kept kept) {
        return new Reconciliation(recorded, desired.serving(kept), drift);
    }

    /** The same, towards something else. */
    Reconciliation towards(DesiredService other) {
        return new Reconciliation(resource, other, drift);
    }

    /** The same, with the drift that stays. */
    Reconciliation sparing(DriftReading drift) {
        return new Reconciliation(resource, drift.spared(desired), drift);
    }

    /** The same, as part of a wave. */
    Reconciliation inWave() {
        return new Reconciliation(resource, desired.inWave(), drift);
    }
}
