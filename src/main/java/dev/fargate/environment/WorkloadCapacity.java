package dev.fargate.environment;

import java.util.List;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;

/** How the tasks of a workload are spread over on-demand and Spot capacity. */
public final class WorkloadCapacity {
    private WorkloadCapacity() {}

    /** The workload's own strategy, else the default of the environment's cluster; empty means launch type FARGATE. */
    public static List<CapacityProviderStrategyItem> of(
            List<dev.fargate.api.CapacityProviderStrategyItem> own, ResolvedEnvironment environment) {
        return (own.isEmpty() ? environment.defaultCapacityProviderStrategy() : own)
                .stream()
                        .map(item -> CapacityProviderStrategyItem.builder()
                                .capacityProvider(item.capacityProvider().name())
                                .base(item.base())
                                .weight(item.weight())
                                .build())
                        .toList();
    }
}
