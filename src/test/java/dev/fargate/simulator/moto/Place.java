package dev.fargate.simulator.moto;

import dev.fargate.simulator.ecs.EcsCall;

/** An account in a region: what moto keeps apart. */
public record Place(String accountId, String region) {

    static Place of(EcsCall call) {
        return new Place(call.accountId(), call.region());
    }
}
