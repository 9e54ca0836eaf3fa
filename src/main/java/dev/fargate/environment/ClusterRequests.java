package dev.fargate.environment;

import dev.fargate.api.CapacityProviderStrategyItem.CapacityProvider;
import dev.fargate.aws.SdkTags;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ClusterConfiguration;
import software.amazon.awssdk.services.ecs.model.ClusterServiceConnectDefaultsRequest;
import software.amazon.awssdk.services.ecs.model.ClusterSetting;
import software.amazon.awssdk.services.ecs.model.ClusterSettingName;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.ExecuteCommandConfiguration;
import software.amazon.awssdk.services.ecs.model.ExecuteCommandLogConfiguration;

/** The desired cluster in the words of ECS's requests. Pure. */
final class ClusterRequests {
    /** New clusters can use both; a service still says which it wants. */
    private static final List<CapacityProvider> PROVIDERS = List.of(CapacityProvider.values());

    private ClusterRequests() {}

    static CreateClusterRequest creation(DesiredCluster cluster, Map<String, String> tags) {
        CreateClusterRequest.Builder request = CreateClusterRequest.builder()
                .clusterName(cluster.name())
                .capacityProviders(
                        names(cluster.capacityProviders().isEmpty() ? PROVIDERS : cluster.capacityProviders()))
                .tags(SdkTags.list(tags));
        if (!cluster.strategy().isEmpty()) {
            request.defaultCapacityProviderStrategy(strategy(cluster.strategy()));
        }
        cluster.insights().ifPresent(insights -> request.settings(insights(insights.name())));
        cluster.executeCommand()
                .ifPresent(exec -> request.configuration(ClusterConfiguration.builder()
                        .executeCommandConfiguration(executeCommand(exec))
                        .build()));
        cluster.namespace().ifPresent(namespace -> request.serviceConnectDefaults(connect(namespace)));
        return request.build();
    }

    static ClusterSetting insights(String value) {
        return ClusterSetting.builder()
                .name(ClusterSettingName.CONTAINER_INSIGHTS)
                .value(value)
                .build();
    }

    static ClusterServiceConnectDefaultsRequest connect(String namespace) {
        return ClusterServiceConnectDefaultsRequest.builder()
                .namespace(namespace)
                .build();
    }

    static List<String> names(List<CapacityProvider> providers) {
        return providers.stream().map(CapacityProvider::name).sorted().toList();
    }

    static List<CapacityProviderStrategyItem> strategy(List<dev.fargate.api.CapacityProviderStrategyItem> strategy) {
        return strategy.stream()
                .map(item -> CapacityProviderStrategyItem.builder()
                        .capacityProvider(item.capacityProvider().name())
                        .weight(item.weight() == null ? 0 : item.weight())
                        .base(item.base() == null ? 0 : item.base())
                        .build())
                .toList();
    }

    static ExecuteCommandConfiguration executeCommand(dev.fargate.api.ExecuteCommandConfiguration exec) {
        ExecuteCommandConfiguration.Builder request = ExecuteCommandConfiguration.builder()
                .kmsKeyId(exec.kmsKeyId())
                .logging(exec.logging() == null ? null : exec.logging().name());
        var logs = exec.logConfiguration();
        if (logs != null) {
            request.logConfiguration(ExecuteCommandLogConfiguration.builder()
                    .cloudWatchLogGroupName(logs.cloudWatchLogGroupName())
                    .cloudWatchEncryptionEnabled(logs.cloudWatchEncryptionEnabled())
                    .s3BucketName(logs.s3BucketName())
                    .s3EncryptionEnabled(logs.s3EncryptionEnabled())
                    .s3KeyPrefix(logs.s3KeyPrefix())
                    .build());
        }
        return request.build();
    }
}
