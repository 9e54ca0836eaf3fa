package dev.fargate.environment;

import dev.fargate.api.CapacityProviderStrategyItem;
import dev.fargate.api.CapacityProviderStrategyItem.CapacityProvider;
import dev.fargate.api.EnvironmentCluster;
import dev.fargate.api.EnvironmentCluster.ClusterConfiguration;
import dev.fargate.api.EnvironmentCluster.ContainerInsights;
import dev.fargate.api.EnvironmentCluster.ServiceConnectDefaults;
import dev.fargate.api.ExecuteCommandConfiguration;
import dev.fargate.turn.Tolerance;
import java.util.List;
import java.util.Optional;

/**
 * A cluster as it should be. What is empty is unmanaged: a new cluster has AWS's own default of it, and an existing one keeps what it has.
 *
 * @param namespace name or ARN of the Cloud Map namespace that Service Connect takes by default
 */
record DesiredCluster(
        String name,
        Optional<ContainerInsights> insights,
        List<CapacityProvider> capacityProviders,
        List<CapacityProviderStrategyItem> strategy,
        Optional<ExecuteCommandConfiguration> executeCommand,
        Optional<String> namespace) {
    private static final String CONTAINER_INSIGHTS = "cluster/containerInsights";
    private static final String CAPACITY_PROVIDERS = "cluster/capacityProviders";
    private static final String STRATEGY = "cluster/defaultCapacityProviderStrategy";
    private static final String CONFIGURATION = "cluster/configuration";
    private static final String SERVICE_CONNECT = "cluster/serviceConnectDefaults";

    static DesiredCluster of(String environment, Optional<EnvironmentCluster> spec) {
        return new DesiredCluster(
                spec.map(EnvironmentCluster::name).orElse(environment),
                spec.map(EnvironmentCluster::containerInsights),
                spec.map(EnvironmentCluster::capacityProviders).orElse(List.of()),
                spec.map(EnvironmentCluster::defaultCapacityProviderStrategy).orElse(List.of()),
                spec.map(EnvironmentCluster::configuration).map(ClusterConfiguration::executeCommandConfiguration),
                spec.map(EnvironmentCluster::serviceConnectDefaults).map(ServiceConnectDefaults::namespace));
    }

    /** The same without what stays as it is. */
    DesiredCluster sparing(Tolerance tolerance) {
        return new DesiredCluster(
                name,
                insights.filter(_ -> !tolerance.stays(CONTAINER_INSIGHTS)),
                tolerance.stays(CAPACITY_PROVIDERS) ? List.of() : capacityProviders,
                tolerance.stays(STRATEGY) ? List.of() : strategy,
                executeCommand.filter(_ -> !tolerance.stays(CONFIGURATION)),
                namespace.filter(_ -> !tolerance.stays(SERVICE_CONNECT)));
    }
}
