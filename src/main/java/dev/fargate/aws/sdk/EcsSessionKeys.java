package dev.fargate.aws.sdk;

import dev.fargate.aws.Clusters;
import dev.fargate.aws.SessionKeys;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterConfiguration;
import software.amazon.awssdk.services.ecs.model.ExecuteCommandConfiguration;

record EcsSessionKeys(Clusters clusters) implements SessionKeys {

    @Override
    public boolean isNamedBy(String clusterArn) {
        return clusters.describe(clusterArn)
                .map(Cluster::configuration)
                .map(ClusterConfiguration::executeCommandConfiguration)
                .map(ExecuteCommandConfiguration::kmsKeyId)
                .filter(key -> !key.isEmpty())
                .isPresent();
    }
}
