package dev.fargate.environment;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Clusters;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Identity;
import dev.fargate.aws.Subnets;
import dev.fargate.aws.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterRequest;

/** An account for one turn of one environment: every write is noted and answered at once. */
final class MemoryAccount implements Clusters, Subnets, Tags {
    private static final String ARN = "arn:aws:ecs:eu-west-1:123456789012:cluster/";

    private final String accountId;
    private final List<Subnet> subnets;
    private final List<SecurityGroup> groups;
    private final Optional<Cluster> cluster;
    private final List<String> calls = new ArrayList<>();

    private MemoryAccount(Holdings holdings) {
        this.accountId = holdings.accountId();
        this.subnets = holdings.subnets();
        this.groups = holdings.securityGroups();
        this.cluster = Optional.ofNullable(holdings.cluster()).map(ClusterText::cluster);
    }

    /** The account as a file tells it; {@code cluster} as DescribeClusters gives it. */
    record Holdings(String accountId, List<Subnet> subnets, List<SecurityGroup> securityGroups, ClusterText cluster) {
        MemoryAccount account() {
            return new MemoryAccount(this);
        }
    }

    /** A cluster with its settings and tags. */
    record ClusterText(
            String clusterArn, String clusterName, String status, String containerInsights, Map<String, String> tags) {
        Cluster cluster() {
            return Cluster.builder()
                    .clusterArn(clusterArn)
                    .clusterName(clusterName)
                    .status(status)
                    .settings(setting -> setting.name("containerInsights").value(containerInsights))
                    .tags(tags.entrySet().stream()
                            .map(tag -> software.amazon.awssdk.services.ecs.model.Tag.builder()
                                    .key(tag.getKey())
                                    .value(tag.getValue())
                                    .build())
                            .toList())
                    .build();
        }
    }

    Aws aws() {
        return new Aws(() -> new Identity.Caller(accountId, "aws"), this, null, null, null, this, this, null);
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Optional<Cluster> describe(String nameOrArn) {
        return cluster;
    }

    @Override
    public Cluster create(CreateClusterRequest request) {
        calls.add("ecs:CreateCluster " + request.clusterName());
        return Cluster.builder().clusterArn(ARN + request.clusterName()).build();
    }

    @Override
    public Cluster update(UpdateClusterRequest request) {
        calls.add("ecs:UpdateCluster " + request.cluster());
        return cluster.orElseThrow();
    }

    @Override
    public void delete(String arn) {
        calls.add("ecs:DeleteCluster " + arn);
    }

    @Override
    public List<Subnet> subnets(List<String> ids) {
        return ids.stream().map(id -> known(subnets, id, Subnet::id)).toList();
    }

    @Override
    public List<SecurityGroup> securityGroups(List<String> ids) {
        return ids.stream().map(id -> known(groups, id, SecurityGroup::id)).toList();
    }

    private static <T> T known(List<T> all, String id, java.util.function.Function<T, String> idOf) {
        return all.stream()
                .filter(one -> idOf.apply(one).equals(id))
                .findFirst()
                .orElseThrow(() -> new AwsException(
                        ErrorClass.MISSING,
                        "ec2:Describe",
                        "InvalidID.NotFound",
                        "The ID '" + id + "' does not exist",
                        null));
    }

    @Override
    public void tag(String arn, Map<String, String> tags) {
        calls.add("ecs:TagResource " + arn);
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        calls.add("ecs:UntagResource " + arn);
    }
}
