package dev.fargate.preflight;

import dev.fargate.aws.Surroundings;
import dev.fargate.reachability.NatGateway;
import dev.fargate.reachability.NetworkAcl;
import dev.fargate.reachability.RouteTable;
import dev.fargate.reachability.SecurityGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** What can be asked of an account. Route tables, NAT gateways and endpoints are asked for by VPC. */
final class Topics {
    /** As many values as a filter of EC2 takes (EC2 API reference, Filter). */
    private static final int FILTER = 200;

    private static final int NAMES = 50;
    private static final int TARGET_GROUPS = 20;

    static final Topic<Subnet> SUBNET =
            new Topic<>("subnet", FILTER, (aws, ids) -> byId(aws.networks().subnets(ids).stream(), Subnet::subnetId));

    static final Topic<List<RouteTable>> ROUTE_TABLES = ofVpc(
            "route tables",
            (aws, ids) -> aws.networks().routeTables(ids),
            software.amazon.awssdk.services.ec2.model.RouteTable::vpcId,
            NetworkValues::routeTable);

    static final Topic<List<NatGateway>> NAT_GATEWAYS = ofVpc(
            "NAT gateways",
            (aws, ids) -> aws.networks().natGateways(ids),
            software.amazon.awssdk.services.ec2.model.NatGateway::vpcId,
            NetworkValues::natGateway);

    static final Topic<List<NetworkAcl>> NETWORK_ACLS = ofVpc(
            "network ACLs",
            (aws, ids) -> aws.networks().networkAcls(ids),
            software.amazon.awssdk.services.ec2.model.NetworkAcl::vpcId,
            NetworkValues::networkAcl);

    static final Topic<List<dev.fargate.reachability.Endpoint>> ENDPOINTS = ofVpc(
            "VPC endpoints",
            (aws, ids) -> aws.networks().endpoints(ids),
            software.amazon.awssdk.services.ec2.model.VpcEndpoint::vpcId,
            NetworkValues::endpoint);

    static final Topic<Boolean> NAMES_RESOLVE =
            one("DNS of VPC", (aws, id) -> aws.networks().resolvesNames(id));

    static final Topic<SecurityGroup> SECURITY_GROUP = new Topic<>(
            "security group",
            FILTER,
            (aws, ids) -> byId(
                    aws.networks().securityGroups(ids).stream().map(NetworkValues::securityGroup), SecurityGroup::id));

    /** By VPC. */
    static final Topic<SecurityGroup> DEFAULT_GROUP =
            new Topic<>("default security group", FILTER, (aws, ids) -> aws.networks().defaultGroups(ids).stream()
                    .collect(Collectors.toMap(
                            software.amazon.awssdk.services.ec2.model.SecurityGroup::vpcId,
                            NetworkValues::securityGroup,
                            (one, other) -> one)));

    /** By name or ARN; a secret that is to be deleted is gone for tasks. */
    static final Topic<DescribeSecretResponse> SECRET =
            one("secret", (aws, id) -> aws.secrets().secret(id));

    static final Topic<String> PARAMETER = new Topic<>(
            "parameter", NAMES, (aws, ids) -> byId(aws.secrets().parameters(ids).stream(), Function.identity()));

    static final Topic<Role> ROLE = one("role", (aws, name) -> aws.roles().role(name));

    static final Topic<Boolean> LOG_GROUP =
            one("log group", (aws, name) -> aws.logGroups().exists(name));

    static final Topic<TargetGroup> TARGET_GROUP = new Topic<>(
            "target group",
            TARGET_GROUPS,
            (aws, arns) -> byId(aws.targetGroups().targetGroups(arns).stream(), TargetGroup::targetGroupArn));

    static final Topic<List<TargetHealthDescription>> TARGET_HEALTH =
            one("health of target group", (aws, arn) -> aws.targetGroups().targetHealth(arn));

    static final Topic<List<MountTargetDescription>> MOUNT_TARGETS =
            one("file system", (aws, id) -> aws.fileSystems().mountTargets(id));

    /** By cluster ARN. */
    static final Topic<Boolean> SESSION_KEY =
            one("key of ECS Exec in cluster", (aws, arn) -> aws.sessionKeys().isNamedBy(arn));

    static final Topic<ImagePlatforms> IMAGE =
            new Topic<>("image", FILTER / 2, EcrReference::repository, EcrReference::read);

    static final Topic<Set<String>> PULL_THROUGH =
            one("pull-through cache of", (aws, registry) -> aws.images().pullThroughPrefixes(registry));

    private Topics() {}

    private static <T> Topic<T> one(String name, BiFunction<Surroundings, String, T> reader) {
        return new Topic<>(name, 1, (aws, ids) -> Map.of(ids.getFirst(), reader.apply(aws, ids.getFirst())));
    }

    /** All that a VPC has of a kind; a VPC that has none has an empty list. */
    private static <A, T> Topic<List<T>> ofVpc(
            String name,
            BiFunction<Surroundings, List<String>, List<A>> reader,
            Function<A, String> vpc,
            Function<A, T> value) {
        return new Topic<>(name, FILTER, (aws, ids) -> {
            Map<String, List<T>> found = new HashMap<>();
            ids.forEach(id -> found.put(id, List.of()));
            found.putAll(reader.apply(aws, ids).stream()
                    .collect(Collectors.groupingBy(vpc, Collectors.mapping(value, Collectors.toList()))));
            return found;
        });
    }

    private static <T> Map<String, T> byId(Stream<T> objects, Function<T, String> id) {
        return objects.collect(Collectors.toMap(id, Function.identity(), (one, other) -> one));
    }
}
