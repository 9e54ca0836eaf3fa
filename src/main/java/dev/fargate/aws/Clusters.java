package dev.fargate.aws;

import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterRequest;

/** ECS clusters. */
public interface Clusters {

    /**
     * DescribeClusters with TAGS, SETTINGS, CONFIGURATIONS and ATTACHMENTS; empty when AWS answers MISSING. An INACTIVE cluster is
     * returned as such.
     */
    Optional<Cluster> describe(String nameOrArn);

    Cluster create(CreateClusterRequest request);

    Cluster update(UpdateClusterRequest request);

    Cluster put(PutClusterCapacityProvidersRequest request);

    void delete(String arn);
}
