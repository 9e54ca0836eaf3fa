package dev.fargate.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;

/** How many of a number of tasks run on demand and how many on Spot; the shares of weights are kept exact, and not rounded to tasks. */
public record SpotShare(BigDecimal onDemand, BigDecimal spot) {
    private static final String SPOT = "FARGATE_SPOT";
    private static final int DIGITS = 6;

    /**
     * First the bases, then by weight (ECS API reference, CapacityProviderStrategyItem).
     *
     * @param strategy none is launch type FARGATE
     */
    public static SpotShare of(List<CapacityProviderStrategyItem> strategy, int tasks) {
        BigDecimal left = BigDecimal.valueOf(tasks);
        BigDecimal spot = BigDecimal.ZERO;
        int weights = 0;
        int spotWeight = 0;
        for (CapacityProviderStrategyItem item : strategy) {
            BigDecimal base = BigDecimal.valueOf(orZero(item.base())).min(left);
            left = left.subtract(base);
            spot = isSpot(item) ? spot.add(base) : spot;
            weights += orZero(item.weight());
            spotWeight += isSpot(item) ? orZero(item.weight()) : 0;
        }
        if (weights > 0) {
            spot = spot.add(left.multiply(BigDecimal.valueOf(spotWeight))
                    .divide(BigDecimal.valueOf(weights), DIGITS, RoundingMode.HALF_UP));
        }
        return new SpotShare(BigDecimal.valueOf(tasks).subtract(spot), spot);
    }

    private static boolean isSpot(CapacityProviderStrategyItem item) {
        return SPOT.equals(item.capacityProvider());
    }

    private static int orZero(Integer share) {
        return share == null ? 0 : share;
    }
}
