package dev.fargate.environment;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Clusters;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Identity;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.Subnets;
import dev.fargate.aws.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterRequest;

/** An account for one turn of one environment: every write is noted and answered at once. */
final class MemoryAccount implements Clusters, Subnets, Tags {
    private static final String NAMESPACE = "arn:aws:servicediscovery:eu-west-1:123456789012:namespace/ns-1";
    private static final String ARN = "arn:aws:ecs:eu-west-1:123456789012:cluster/";

    private final String accountId;
    private final List<Subnet> subnets;
    private final List<SecurityGroup> groups;
    private final Map<String, Map<String, String>> networkTags;
    private final Optional<Cluster> cluster;
    private final List<String> calls = new ArrayList<>();

    private MemoryAccount(Holdings holdings) {
        this.accountId = holdings.accountId();
        this.subnets = holdings.subnets();
        this.groups = holdings.securityGroups();
        this.networkTags = holdings.networkTags() == null ? Map.of() : holdings.networkTags();
        this.cluster = Optional.ofNullable(holdings.cluster()).map(ClusterText::cluster);
    }

    /**
     * The account as a file tells it.
     *
     * @param networkTags tags of subnets and groups, by id
     * @param cluster as DescribeClusters gives it
     */
    record Holdings(
            String accountId,
            List<Subnet> subnets,
            List<SecurityGroup> securityGroups,
            Map<String, Map<String, String>> networkTags,
            ClusterText cluster) {
        MemoryAccount account() {
            return new MemoryAccount(this);
        }
    }

    /** A cluster with its settings and tags. */
    record ClusterText(
            String clusterArn,
            String clusterName,
            String status,
            String attachmentsStatus,
            String containerInsights,
            List<String> capacityProviders,
            List<Map<String, String>> defaultCapacityProviderStrategy,
            Map<String, String> executeCommandConfiguration,
            String serviceConnectNamespace,
            Map<String, String> tags) {
        Cluster cluster() {
            Cluster.Builder cluster = Cluster.builder()
                    .clusterArn(clusterArn)
                    .clusterName(clusterName)
                    .status(status)
                    .attachmentsStatus(attachmentsStatus)
                    .settings(setting -> setting.name("containerInsights").value(containerInsights))
                    .capacityProviders(capacityProviders)
                    .tags(SdkTags.list(tags));
            if (defaultCapacityProviderStrategy != null) {
                cluster.defaultCapacityProviderStrategy(defaultCapacityProviderStrategy.stream()
                        .map(MemoryAccount::strategyItem)
                        .toList());
            }
            if (executeCommandConfiguration != null) {
                cluster.configuration(configuration -> configuration.executeCommandConfiguration(
                        exec -> exec.logging(executeCommandConfiguration.get("logging"))
                                .kmsKeyId(executeCommandConfiguration.get("kmsKeyId"))
                                .logConfiguration(logs -> logs.cloudWatchLogGroupName(
                                        executeCommandConfiguration.get("cloudWatchLogGroupName")))));
            }
            if (serviceConnectNamespace != null) {
                cluster.serviceConnectDefaults(defaults -> defaults.namespace(serviceConnectNamespace));
            }
            return cluster.build();
        }
    }

    private static CapacityProviderStrategyItem strategyItem(Map<String, String> item) {
        return CapacityProviderStrategyItem.builder()
                .capacityProvider(item.get("capacityProvider"))
                .weight(Integer.valueOf(item.get("weight")))
                .base(Integer.valueOf(item.get("base")))
                .build();
    }

    Aws aws() {
        return new Aws(
                () -> new Identity.Caller(accountId, "aws"),
                this,
                null,
                null,
                null,
                this,
                this,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
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
        calls.add("ecs:UpdateCluster " + request);
        return cluster.orElseThrow().toBuilder()
                .applyMutation(changed -> Optional.ofNullable(request.serviceConnectDefaults())
                        .ifPresent(defaults -> changed.serviceConnectDefaults(shown -> shown.namespace(NAMESPACE))))
                .build();
    }

    @Override
    public Cluster put(PutClusterCapacityProvidersRequest request) {
        calls.add("ecs:PutClusterCapacityProviders " + request);
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
    public List<Subnet> subnets(Selection selection) {
        return subnets.stream()
                .filter(subnet -> isSelected(selection, subnet.id(), subnet.vpcId()))
                .toList();
    }

    @Override
    public List<SecurityGroup> securityGroups(Selection selection) {
        return groups.stream()
                .filter(group -> isSelected(selection, group.id(), group.vpcId()))
                .toList();
    }

    private boolean isSelected(Selection selection, String id, String vpcId) {
        Map<String, String> tags = networkTags.getOrDefault(id, Map.of());
        return selection.tags().entrySet().stream()
                        .allMatch(tag -> tag.getValue().equals(Selection.ANY)
                                ? tags.containsKey(tag.getKey())
                                : tag.getValue().equals(tags.get(tag.getKey())))
                && selection.vpcId().filter(vpc -> !vpc.equals(vpcId)).isEmpty();
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
        calls.add("ecs:TagResource " + arn + " " + new TreeMap<>(tags));
    }

    @Override
    public void untag(String arn, Set<String> keys) {
        calls.add("ecs:UntagResource " + arn + " " + new TreeSet<>(keys));
    }
}
