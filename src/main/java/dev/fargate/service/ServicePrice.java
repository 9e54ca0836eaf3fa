package dev.fargate.service;

import dev.fargate.api.Cost;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.api.RightSize;
import dev.fargate.cost.PriceTable;
import dev.fargate.cost.PricedTask;
import dev.fargate.cost.SpotShare;
import dev.fargate.rightsize.RightSizes;
import dev.fargate.rightsize.Tasks;
import java.time.Instant;
import java.util.Optional;

/**
 * What a service costs and what size would do, in the status that its loop writes anyway. The estimate is no reason to write one: it
 * changes with the spec and the desired count, which are.
 */
record ServicePrice(PriceTable prices, RightSizes sizes) {

    FargateServiceStatus on(FargateServiceStatus status, DesiredService desired, String holder) {
        SpotShare spread = spread(desired, status);
        return status.with(cost(desired, spread), size(status, desired, spread, holder));
    }

    private static SpotShare spread(DesiredService desired, FargateServiceStatus status) {
        int tasks = status.desiredCount() == null ? desired.request().desiredCount() : status.desiredCount();
        return SpotShare.of(desired.request().capacityProviderStrategy(), tasks);
    }

    private Cost cost(DesiredService desired, SpotShare spread) {
        return prices.of(desired.scope().region())
                .flatMap(region ->
                        desired.task().content().map(content -> prices.cost(region.of(PricedTask.of(content), spread))))
                .orElse(null);
    }

    private RightSize size(FargateServiceStatus status, DesiredService desired, SpotShare spread, String holder) {
        return sizes.of(
                        holder,
                        desired.task()
                                .content()
                                .map(content -> Tasks.of(
                                        content,
                                        spread,
                                        desired.desiredCount().isPresent(),
                                        prices,
                                        desired.scope().region())),
                        Optional.ofNullable(status.rightSize()),
                        Optional.ofNullable(status.rollout())
                                .filter(rollout -> rollout.state() == RolloutState.COMPLETED)
                                .map(Rollout::since)
                                .map(Instant::parse))
                .orElse(null);
    }
}
