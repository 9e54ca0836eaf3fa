package dev.fargate.service;

import dev.fargate.api.FargateService;
import dev.fargate.aws.ServiceRef;

/** One turn of one service: its resource, and what that asks of AWS. */
record Reconciliation(FargateService resource, DesiredService desired) {

    ServiceRef ref() {
        return new ServiceRef(
                desired.scope(), desired.place().clusterArn(), desired.serviceName(), ServiceRecipe.holder(resource));
    }

    /** What the status remembered when the turn began. */
    Memory recorded() {
        return Memory.of(resource.getStatus());
    }

    /** The same, as part of a wave. */
    Reconciliation inWave() {
        return new Reconciliation(resource, desired.inWave());
    }
}
