package dev.fargate.environment;

import dev.fargate.engine.Difference;
import dev.fargate.environment.EnvironmentStep.PutCapacityProviders;
import dev.fargate.environment.EnvironmentStep.UpdateCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterConfiguration;
import software.amazon.awssdk.services.ecs.model.ClusterServiceConnectDefaults;
import software.amazon.awssdk.services.ecs.model.ClusterSetting;
import software.amazon.awssdk.services.ecs.model.ClusterSettingName;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterRequest;

/** Where a cluster differs from what the spec declares, by meaning, with the calls that put it right. Pure. */
final class ClusterDifferences {
    private static final String NONE = "none";

    private ClusterDifferences() {}

    /** PutClusterCapacityProviders takes both lists and replaces both: what is unmanaged is sent as it is. */
    static Optional<PutCapacityProviders> capacity(DesiredCluster desired, Cluster live) {
        TreeSet<String> liveProviders = new TreeSet<>(live.capacityProviders());
        TreeSet<String> providers = new TreeSet<>(liveProviders);
        if (desired.capacityProviders().isEmpty()) {
            // A strategy can only name what is associated.
            desired.strategy()
                    .forEach(item -> providers.add(item.capacityProvider().name()));
        } else {
            providers.clear();
            providers.addAll(ClusterRequests.names(desired.capacityProviders()));
        }
        List<CapacityProviderStrategyItem> strategy = desired.strategy().isEmpty()
                ? live.defaultCapacityProviderStrategy()
                : ClusterRequests.strategy(desired.strategy());
        List<Difference> differences = new ArrayList<>();
        compare("cluster.capacityProviders", text(providers), text(liveProviders), differences);
        compare(
                "cluster.defaultCapacityProviderStrategy",
                text(strategy),
                text(live.defaultCapacityProviderStrategy()),
                differences);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new PutCapacityProviders(
                        PutClusterCapacityProvidersRequest.builder()
                                .cluster(live.clusterArn())
                                .capacityProviders(providers)
                                .defaultCapacityProviderStrategy(strategy)
                                .build(),
                        differences));
    }

    /** Everything else goes into one UpdateCluster. */
    static Optional<UpdateCluster> settings(DesiredCluster desired, Cluster live, Memory memory) {
        List<Difference> differences = new ArrayList<>();
        UpdateClusterRequest.Builder request = UpdateClusterRequest.builder().cluster(live.clusterArn());
        desired.insights().ifPresent(insights -> {
            if (compare("cluster.containerInsights", insights.name(), liveInsights(live), differences)) {
                request.settings(ClusterRequests.insights(insights.name()));
            }
        });
        desired.executeCommand().ifPresent(exec -> {
            if (ExecDifferences.add(exec, live, differences)) {
                // The rest of the configuration, such as the encryption of storage, is somebody else's and stays.
                request.configuration((live.configuration() == null
                                ? ClusterConfiguration.builder()
                                : live.configuration().toBuilder())
                        .executeCommandConfiguration(ClusterRequests.executeCommand(exec))
                        .build());
            }
        });
        desired.namespace()
                .filter(namespace -> !memory.isNamespace(namespace, liveNamespace(live)))
                .ifPresent(namespace -> {
                    differences.add(new Difference(
                            "cluster.serviceConnectDefaults.namespace",
                            namespace,
                            liveNamespace(live).orElse(NONE)));
                    request.serviceConnectDefaults(ClusterRequests.connect(namespace));
                });
        return differences.isEmpty() ? Optional.empty() : Optional.of(new UpdateCluster(request.build(), differences));
    }

    static Optional<String> liveNamespace(Cluster live) {
        return Optional.ofNullable(live.serviceConnectDefaults()).map(ClusterServiceConnectDefaults::namespace);
    }

    private static String liveInsights(Cluster live) {
        return live.settings().stream()
                .filter(setting ->
                        ClusterSettingName.CONTAINER_INSIGHTS.toString().equals(setting.nameAsString()))
                .map(ClusterSetting::value)
                .findFirst()
                .orElse("disabled");
    }

    private static boolean compare(String path, String desired, String live, List<Difference> differences) {
        return !desired.equals(live) && differences.add(new Difference(path, desired, live));
    }

    private static String text(Set<String> providers) {
        return providers.isEmpty() ? NONE : String.join(", ", providers);
    }

    /** In no order, and an absent base or weight is 0 (API reference, CapacityProviderStrategyItem). */
    private static String text(List<CapacityProviderStrategyItem> strategy) {
        Map<String, String> items = new TreeMap<>();
        strategy.forEach(item -> items.put(
                item.capacityProvider(),
                Stream.of(
                                item.base() == null || item.base() == 0 ? "" : " base " + item.base(),
                                " weight " + (item.weight() == null ? 0 : item.weight()))
                        .collect(Collectors.joining())));
        return items.isEmpty()
                ? NONE
                : items.entrySet().stream()
                        .map(item -> item.getKey() + item.getValue())
                        .collect(Collectors.joining(", "));
    }
}
