package dev.fargate.preflight;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.FileSystems;
import dev.fargate.aws.Images;
import dev.fargate.aws.LogGroupNames;
import dev.fargate.aws.Networks;
import dev.fargate.aws.Secrets;
import dev.fargate.aws.SessionKeys;
import dev.fargate.aws.TargetGroups;
import dev.fargate.aws.TaskRoles;
import dev.fargate.plans.Ports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.efs.model.LifeCycleState;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** An account in memory in which the task of {@code GivenSubject} can start, as long as a test breaks nothing. It counts its calls. */
final class MemorySurroundings
        implements Networks, Images, Secrets, TaskRoles, LogGroupNames, TargetGroups, FileSystems, SessionKeys {
    final List<String> calls = new ArrayList<>();
    /** What AWS says to a call instead of answering. */
    final Map<String, ErrorClass> refused = new HashMap<>();
    /** What AWS says to a call that names a registry or a target group. */
    final Map<String, ErrorClass> closed = new HashMap<>();

    final Map<String, Integer> freeAddresses = new HashMap<>(Map.of("subnet-a", 200, "subnet-b", 200));
    final Map<String, String> vpcs = new HashMap<>(Map.of("subnet-a", "vpc-1", "subnet-b", "vpc-1"));
    final Set<String> groups = new HashSet<>(Set.of("sg-1"));
    final Map<String, String> images = new HashMap<>(Map.of("web:1", "amd64,arm64"));
    final Set<String> pullThrough = new HashSet<>();
    final Set<String> secrets = new HashSet<>(Set.of(GivenSubject.SECRET));
    final Set<String> parameters = new HashSet<>(Set.of("/web/level"));
    final Map<String, String> roles = new HashMap<>(Map.of("execution", "ecs-tasks.amazonaws.com"));
    final Set<String> logGroups = new HashSet<>(Set.of("/web"));
    final Map<String, TargetTypeEnum> targetGroups =
            new HashMap<>(Map.of(GivenSubject.TARGET_GROUP, TargetTypeEnum.IP));
    final List<TargetHealth> targets = new ArrayList<>();
    final Set<String> mountZones = new HashSet<>(Set.of("eu-west-1a", "eu-west-1b"));
    boolean nat = true;
    /** The network ACL of the subnets lets answers in. */
    boolean answersPass = true;

    NatGatewayState natState = NatGatewayState.AVAILABLE;
    boolean sessionKey;

    Aws aws() {
        return Ports.of(this);
    }

    private <T> T call(String operation, Supplier<T> reply) {
        calls.add(operation);
        refuse(operation, refused.get(operation));
        return reply.get();
    }

    private static void refuse(String operation, ErrorClass errorClass) {
        if (errorClass != null) {
            throw new AwsException(errorClass, operation, "Code", "these are AWS's words", null);
        }
    }

    @Override
    public boolean isNamedBy(String clusterArn) {
        return call("ecs:DescribeClusters", () -> sessionKey);
    }

    private static AwsException missing(String operation) {
        return new AwsException(ErrorClass.MISSING, operation, "NotFound", "not found", null);
    }

    @Override
    public List<Subnet> subnets(Collection<String> ids) {
        return call("ec2:DescribeSubnets", () -> ids.stream()
                .filter(freeAddresses::containsKey)
                .map(id -> Subnet.builder()
                        .subnetId(id)
                        .vpcId(vpcs.get(id))
                        .availabilityZone("eu-west-1" + id.substring(id.length() - 1))
                        .cidrBlock("10.0.1.0/24")
                        .availableIpAddressCount(freeAddresses.get(id))
                        .build())
                .toList());
    }

    @Override
    public List<RouteTable> routeTables(Collection<String> vpcIds) {
        return call(
                "ec2:DescribeRouteTables",
                () -> List.of(
                        table("rtb-main", true, "nat-1").toBuilder()
                                .routes(nat ? route("nat-1") : local())
                                .build(),
                        table("rtb-public", false, "igw-1")));
    }

    private static RouteTable table(String id, boolean main, String to) {
        return RouteTable.builder()
                .routeTableId(id)
                .vpcId("vpc-1")
                .associations(
                        main
                                ? RouteTableAssociation.builder().main(true).build()
                                : RouteTableAssociation.builder()
                                        .subnetId("subnet-public")
                                        .build())
                .routes(route(to))
                .build();
    }

    private static Route route(String to) {
        Route.Builder route = Route.builder().destinationCidrBlock("0.0.0.0/0");
        return (to.startsWith("nat-") ? route.natGatewayId(to) : route.gatewayId(to)).build();
    }

    private static Route local() {
        return Route.builder()
                .destinationCidrBlock("10.0.0.0/16")
                .gatewayId("local")
                .build();
    }

    @Override
    public List<NatGateway> natGateways(Collection<String> vpcIds) {
        return call(
                "ec2:DescribeNatGateways",
                () -> List.of(NatGateway.builder()
                        .natGatewayId("nat-1")
                        .vpcId("vpc-1")
                        .subnetId("subnet-public")
                        .state(natState)
                        .build()));
    }

    @Override
    public List<NetworkAcl> networkAcls(Collection<String> vpcIds) {
        return call(
                "ec2:DescribeNetworkAcls",
                () -> List.of(NetworkAcl.builder()
                        .networkAclId("acl-1")
                        .vpcId("vpc-1")
                        .associations(
                                association -> association.subnetId("subnet-a"),
                                association -> association.subnetId("subnet-b"))
                        .entries(
                                entry -> entry.ruleNumber(100)
                                        .egress(true)
                                        .protocol("6")
                                        .portRange(port -> port.from(443).to(443))
                                        .cidrBlock("0.0.0.0/0")
                                        .ruleAction(RuleAction.ALLOW),
                                entry -> entry.ruleNumber(100)
                                        .egress(false)
                                        .protocol("-1")
                                        .cidrBlock("0.0.0.0/0")
                                        .ruleAction(answersPass ? RuleAction.ALLOW : RuleAction.DENY))
                        .build()));
    }

    @Override
    public List<VpcEndpoint> endpoints(Collection<String> vpcIds) {
        return call("ec2:DescribeVpcEndpoints", List::<VpcEndpoint>of);
    }

    @Override
    public boolean resolvesNames(String vpcId) {
        return call("ec2:DescribeVpcAttribute", () -> true);
    }

    @Override
    public List<SecurityGroup> defaultGroups(Collection<String> vpcIds) {
        return call("ec2:DescribeSecurityGroups", () -> vpcIds.stream()
                .map(vpc ->
                        SecurityGroup.builder().groupId("sg-default").vpcId(vpc).build())
                .toList());
    }

    @Override
    public List<SecurityGroup> securityGroups(Collection<String> ids) {
        return call("ec2:DescribeSecurityGroups", () -> ids.stream()
                .filter(groups::contains)
                .map(id -> SecurityGroup.builder()
                        .groupId(id)
                        .ipPermissionsEgress(IpPermission.builder()
                                .ipProtocol("-1")
                                .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
                                .build())
                        .build())
                .toList());
    }

    @Override
    public List<Image> images(String registryId, String repository, Collection<ImageIdentifier> ids) {
        return call("ecr:BatchGetImage", () -> {
            refuse("ecr:BatchGetImage", closed.get(registryId));
            return ids.stream()
                    .filter(id -> images.containsKey(repository + ":" + id.imageTag()))
                    .map(id -> Image.builder()
                            .imageId(id)
                            .imageManifest(index(images.get(repository + ":" + id.imageTag())))
                            .build())
                    .toList();
        });
    }

    private static String index(String architectures) {
        List<String> platforms = new ArrayList<>();
        for (String architecture : architectures.split(",", -1)) {
            platforms.add("{\"platform\": {\"os\": \"linux\", \"architecture\": \"%s\"}}".formatted(architecture));
        }
        return "{\"manifests\": [%s]}".formatted(String.join(",", platforms));
    }

    @Override
    public Set<String> pullThroughPrefixes(String registryId) {
        return call("ecr:DescribePullThroughCacheRules", () -> Set.copyOf(pullThrough));
    }

    @Override
    public DescribeSecretResponse secret(String nameOrArn) {
        return call("secretsmanager:DescribeSecret", () -> {
            if (!secrets.contains(nameOrArn)) {
                throw missing("secretsmanager:DescribeSecret");
            }
            return DescribeSecretResponse.builder().arn(nameOrArn).build();
        });
    }

    @Override
    public Set<String> parameters(Collection<String> names) {
        return call("ssm:DescribeParameters", () -> {
            Set<String> found = new HashSet<>(names);
            found.retainAll(parameters);
            return found;
        });
    }

    @Override
    public Role role(String name) {
        return call("iam:GetRole", () -> {
            if (!roles.containsKey(name)) {
                throw missing("iam:GetRole");
            }
            return Role.builder()
                    .roleName(name)
                    .arn("arn:aws:iam::123456789012:role/" + name)
                    .assumeRolePolicyDocument(
                            "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22Service%22%3A%22"
                                    + roles.get(name) + "%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D")
                    .build();
        });
    }

    @Override
    public boolean exists(String name) {
        return call("logs:DescribeLogGroups", () -> logGroups.contains(name));
    }

    @Override
    public List<TargetGroup> targetGroups(Collection<String> arns) {
        return call("elasticloadbalancing:DescribeTargetGroups", () -> {
            arns.forEach(arn -> refuse("elasticloadbalancing:DescribeTargetGroups", closed.get(arn)));
            if (!targetGroups.keySet().containsAll(arns)) {
                throw missing("elasticloadbalancing:DescribeTargetGroups");
            }
            return arns.stream()
                    .map(arn -> TargetGroup.builder()
                            .targetGroupArn(arn)
                            .targetGroupName("web")
                            .targetType(targetGroups.get(arn))
                            .vpcId("vpc-1")
                            .healthCheckPath("/up")
                            .healthCheckPort("traffic-port")
                            .healthCheckProtocol(ProtocolEnum.HTTP)
                            .healthCheckTimeoutSeconds(5)
                            .matcher(codes -> codes.httpCode("200"))
                            .loadBalancerArns("arn:lb")
                            .build())
                    .toList();
        });
    }

    @Override
    public List<TargetHealthDescription> targetHealth(String arn) {
        return call("elasticloadbalancing:DescribeTargetHealth", () -> targets.stream()
                .map(health ->
                        TargetHealthDescription.builder().targetHealth(health).build())
                .toList());
    }

    @Override
    public List<MountTargetDescription> mountTargets(String fileSystemId) {
        return call("elasticfilesystem:DescribeMountTargets", () -> mountZones.stream()
                .map(zone -> MountTargetDescription.builder()
                        .availabilityZoneName(zone)
                        .lifeCycleState(LifeCycleState.AVAILABLE)
                        .build())
                .toList());
    }
}
