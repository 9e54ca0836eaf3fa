package dev.fargate.environment;

import dev.fargate.api.CapacityProviderStrategyItem;
import dev.fargate.api.CapacityProviderStrategyItem.CapacityProvider;
import dev.fargate.api.FargateEnvironmentSpec.Cluster;
import dev.fargate.api.FargateEnvironmentSpec.ClusterConfiguration;
import dev.fargate.api.FargateEnvironmentSpec.ContainerInsights;
import dev.fargate.api.FargateEnvironmentSpec.ExecuteCommandConfiguration;
import dev.fargate.api.FargateEnvironmentSpec.ServiceConnectDefaults;
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

    static DesiredCluster of(String environment, Optional<Cluster> spec) {
        return new DesiredCluster(
                spec.map(Cluster::name).orElse(environment),
                spec.map(Cluster::containerInsights),
                spec.map(Cluster::capacityProviders).orElse(List.of()),
                spec.map(Cluster::defaultCapacityProviderStrategy).orElse(List.of()),
                spec.map(Cluster::configuration).map(ClusterConfiguration::executeCommandConfiguration),
                spec.map(Cluster::serviceConnectDefaults).map(ServiceConnectDefaults::namespace));
    }
}
