package dev.fargate.environment;

import dev.fargate.api.EnvironmentNetwork;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentSpec;
import dev.fargate.api.FargateEnvironmentSpec.ContainerInsights;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Owner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An environment as it should be.
 *
 * @param insights empty: left as the account's default makes it
 */
record DesiredEnvironment(
        Owner owner,
        AwsScope scope,
        String clusterName,
        Optional<ContainerInsights> insights,
        EnvironmentNetwork network,
        Map<String, String> tags) {

    static DesiredEnvironment of(FargateEnvironment resource, String clusterId) {
        FargateEnvironmentSpec spec = resource.getSpec();
        String name = resource.getMetadata().getName();
        Owner owner = new Owner(
                clusterId, resource.getKind(), "", name, resource.getMetadata().getUid());
        Optional<FargateEnvironmentSpec.Cluster> cluster = Optional.ofNullable(spec.cluster());
        Map<String, String> tags = new HashMap<>(spec.tags());
        tags.putAll(owner.tags());
        return new DesiredEnvironment(
                owner,
                Environments.scope(name, spec),
                cluster.map(FargateEnvironmentSpec.Cluster::name).orElse(name),
                cluster.map(FargateEnvironmentSpec.Cluster::containerInsights),
                spec.network(),
                Map.copyOf(tags));
    }

    /** The same, reached in the region and with the role that were recorded when the cluster was made. */
    DesiredEnvironment recordedAt(FargateEnvironmentStatus status) {
        return new DesiredEnvironment(
                owner,
                new AwsScope(owner.name(), status.region(), Optional.ofNullable(status.roleArn()), scope.externalId()),
                clusterName,
                insights,
                network,
                tags);
    }
}
