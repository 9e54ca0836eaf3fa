package dev.fargate.service;

import dev.fargate.api.FargateServiceSpec;
import dev.fargate.engine.Problem;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.WorkloadCapacity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * How tasks are spread over on-demand and Spot capacity. One of strategy and launch type is always sent: left out, ECS copies the
 * cluster's default into the service, where it would look like drift as soon as the default changes (ECS API reference, CreateService).
 */
record CapacityStrategies(List<CapacityProviderStrategyItem> items) {

    /** In an order of their own with absent shares as 0, as ECS keeps no order and reads absence so: equal meaning is equal. */
    CapacityStrategies {
        items = items.stream()
                .map(item -> item.copy(
                        filled -> filled.base(zeroIfAbsent(item.base())).weight(zeroIfAbsent(item.weight()))))
                .sorted(Comparator.comparing(CapacityProviderStrategyItem::capacityProvider))
                .toList();
    }

    /** The service's own, else the default of the environment's cluster; none of both is launch type FARGATE. */
    static CapacityStrategies of(FargateServiceSpec spec, ResolvedEnvironment environment) {
        return new CapacityStrategies(WorkloadCapacity.of(spec.capacityProviderStrategy(), environment));
    }

    CreateServiceRequest.Builder put(CreateServiceRequest.Builder request) {
        return items.isEmpty() ? request.launchType(LaunchType.FARGATE) : request.capacityProviderStrategy(items);
    }

    /** An empty strategy goes back to the launch type; without a forced deployment the old tasks stay where they are. */
    static Optional<ServiceField> difference(CreateServiceRequest desired, Service live) {
        CapacityStrategies wanted = new CapacityStrategies(desired.capacityProviderStrategy());
        CapacityStrategies found = new CapacityStrategies(live.capacityProviderStrategy());
        return wanted.equals(found)
                ? Optional.empty()
                : Optional.of(ServiceField.rolling(
                        "capacityProviderStrategy", wanted, found, update -> update.capacityProviderStrategy(
                                        wanted.items())
                                .forceNewDeployment(true)));
    }

    /** AWS says which rule is broken, but not that it is the environment that names a cluster's providers. */
    static Problem explained(Problem problem) {
        return problem.message().contains("not associated with the cluster")
                ? new Problem(
                        problem.stalled(),
                        problem.reason(),
                        problem.message() + " Or add the provider to the environment's cluster.capacityProviders.")
                : problem;
    }

    @Override
    public String toString() {
        return items.isEmpty()
                ? "launch type FARGATE"
                : items.stream()
                        .map(item -> "%s (base %d, weight %d)"
                                .formatted(item.capacityProvider(), item.base(), item.weight()))
                        .collect(Collectors.joining(", "));
    }

    private static int zeroIfAbsent(Integer share) {
        return share == null ? 0 : share;
    }
}
