package dev.fargate.service;

import dev.fargate.api.Cost;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.cost.PriceTable;
import dev.fargate.cost.PricedTask;
import dev.fargate.cost.SpotShare;

/**
 * What a service costs, in the status that its loop writes anyway. It is no reason to write one: the estimate changes with the spec and
 * the desired count, which are. Pure.
 */
record ServicePrice(PriceTable prices) {

    FargateServiceStatus on(FargateServiceStatus status, DesiredService desired) {
        return status.with(cost(desired, status));
    }

    private Cost cost(DesiredService desired, FargateServiceStatus status) {
        int tasks = status.desiredCount() == null ? desired.request().desiredCount() : status.desiredCount();
        SpotShare spread = SpotShare.of(desired.request().capacityProviderStrategy(), tasks);
        return prices.of(desired.scope().region())
                .flatMap(region ->
                        desired.task().content().map(content -> prices.cost(region.of(PricedTask.of(content), spread))))
                .orElse(null);
    }
}
