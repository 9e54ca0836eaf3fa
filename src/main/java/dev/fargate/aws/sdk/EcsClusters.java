package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.Clusters;
import dev.fargate.aws.ErrorClass;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterRequest;

record EcsClusters(Supplier<EcsClient> ecs) implements Clusters {
    private static final String DESCRIBE = "ecs:DescribeClusters";
    private static final String MISSING = "MISSING";

    @Override
    public Optional<Cluster> describe(String nameOrArn) {
        DescribeClustersResponse reply =
                call(DESCRIBE, () -> ecs.get().describeClusters(request -> request.clusters(nameOrArn)
                        .include(
                                ClusterField.TAGS,
                                ClusterField.SETTINGS,
                                ClusterField.CONFIGURATIONS,
                                ClusterField.ATTACHMENTS)));
        Optional<Cluster> found = reply.clusters().stream().findFirst();
        if (found.isEmpty() && reply.failures().stream().map(Failure::reason).noneMatch(MISSING::equals)) {
            throw new AwsException(
                    ErrorClass.TRANSIENT,
                    DESCRIBE,
                    "IncompleteReply",
                    "AWS answered neither with cluster %s nor that it is missing".formatted(nameOrArn),
                    null);
        }
        return found;
    }

    @Override
    public Cluster create(CreateClusterRequest request) {
        return call("ecs:CreateCluster", () -> ecs.get().createCluster(request)).cluster();
    }

    @Override
    public Cluster update(UpdateClusterRequest request) {
        return call("ecs:UpdateCluster", () -> ecs.get().updateCluster(request)).cluster();
    }

    @Override
    public Cluster put(PutClusterCapacityProvidersRequest request) {
        return call("ecs:PutClusterCapacityProviders", () -> ecs.get().putClusterCapacityProviders(request))
                .cluster();
    }

    @Override
    public void delete(String arn) {
        call("ecs:DeleteCluster", () -> ecs.get().deleteCluster(request -> request.cluster(arn)));
    }
}
