package dev.fargate.preflight;

import dev.fargate.reachability.AclRule;
import dev.fargate.reachability.Endpoint;
import dev.fargate.reachability.NatGateway;
import dev.fargate.reachability.NetworkAcl;
import dev.fargate.reachability.Ports;
import dev.fargate.reachability.Route;
import dev.fargate.reachability.RouteTable;
import dev.fargate.reachability.Rule;
import dev.fargate.reachability.SecurityGroup;
import dev.fargate.reachability.Subnet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.ConnectivityType;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** EC2's words for a network as the values that reachability is judged by. */
final class NetworkValues {
    private NetworkValues() {}

    static Subnet subnet(software.amazon.awssdk.services.ec2.model.Subnet subnet) {
        return new Subnet(subnet.subnetId(), text(subnet.availabilityZone()), text(subnet.cidrBlock()));
    }

    static RouteTable routeTable(software.amazon.awssdk.services.ec2.model.RouteTable table) {
        return new RouteTable(
                table.routeTableId(),
                table.associations().stream()
                        .map(RouteTableAssociation::subnetId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                table.associations().stream().anyMatch(association -> Boolean.TRUE.equals(association.main())),
                table.routes().stream().map(NetworkValues::route).toList());
    }

    private static Route route(software.amazon.awssdk.services.ec2.model.Route route) {
        return new Route(
                first(route.destinationCidrBlock(), route.destinationIpv6CidrBlock(), route.destinationPrefixListId()),
                first(
                        route.natGatewayId(),
                        route.egressOnlyInternetGatewayId(),
                        route.transitGatewayId(),
                        route.vpcPeeringConnectionId(),
                        route.networkInterfaceId(),
                        route.instanceId(),
                        route.gatewayId(),
                        route.localGatewayId(),
                        route.carrierGatewayId(),
                        route.coreNetworkArn()),
                route.state() == RouteState.BLACKHOLE);
    }

    static NatGateway natGateway(software.amazon.awssdk.services.ec2.model.NatGateway nat) {
        return new NatGateway(
                nat.natGatewayId(),
                text(nat.subnetId()),
                text(nat.stateAsString()),
                nat.connectivityType() != ConnectivityType.PRIVATE);
    }

    static NetworkAcl networkAcl(software.amazon.awssdk.services.ec2.model.NetworkAcl acl) {
        return new NetworkAcl(
                acl.networkAclId(),
                acl.associations().stream()
                        .map(NetworkAclAssociation::subnetId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                rules(acl, true),
                rules(acl, false));
    }

    private static List<AclRule> rules(software.amazon.awssdk.services.ec2.model.NetworkAcl acl, boolean out) {
        return acl.entries().stream()
                .filter(entry -> Boolean.TRUE.equals(entry.egress()) == out)
                .map(entry -> new AclRule(
                        entry.ruleNumber(),
                        entry.ruleAction() == RuleAction.ALLOW,
                        text(entry.protocol()),
                        entry.portRange() == null
                                ? new Ports(0, 0)
                                : new Ports(
                                        entry.portRange().from(),
                                        entry.portRange().to()),
                        text(entry.cidrBlock())))
                .toList();
    }

    static Endpoint endpoint(VpcEndpoint endpoint) {
        return new Endpoint(
                endpoint.vpcEndpointId(),
                text(endpoint.serviceName()),
                endpoint.vpcEndpointType() == VpcEndpointType.GATEWAY,
                text(endpoint.stateAsString()),
                endpoint.subnetIds(),
                endpoint.groups().stream().map(SecurityGroupIdentifier::groupId).collect(Collectors.toSet()),
                Boolean.TRUE.equals(endpoint.privateDnsEnabled()),
                text(endpoint.policyDocument()));
    }

    static SecurityGroup securityGroup(software.amazon.awssdk.services.ec2.model.SecurityGroup group) {
        return new SecurityGroup(
                group.groupId(),
                group.ipPermissionsEgress().stream().map(NetworkValues::rule).toList(),
                group.ipPermissions().stream().map(NetworkValues::rule).toList());
    }

    private static Rule rule(IpPermission permission) {
        List<String> peers = Stream.of(
                        permission.ipRanges().stream().map(IpRange::cidrIp),
                        permission.ipv6Ranges().stream().map(Ipv6Range::cidrIpv6),
                        permission.prefixListIds().stream().map(PrefixListId::prefixListId),
                        permission.userIdGroupPairs().stream().map(UserIdGroupPair::groupId))
                .flatMap(stream -> stream)
                .filter(Objects::nonNull)
                .toList();
        return new Rule(
                text(permission.ipProtocol()),
                permission.fromPort() == null ? 0 : permission.fromPort(),
                permission.toPort() == null ? 0 : permission.toPort(),
                peers);
    }

    private static String first(String... values) {
        return Stream.of(values)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
