package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.Networks;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Asks by filters, because a filter leaves out what does not exist, where a list of ids would refuse the whole call. */
record Ec2Networks(Supplier<Ec2Client> ec2) implements Networks {
    private static final String VPC = "vpc-id";

    @Override
    public List<Subnet> subnets(Collection<String> ids) {
        return call(
                "ec2:DescribeSubnets",
                () ->
                        ec2
                                .get()
                                .describeSubnetsPaginator(request -> request.filters(filter("subnet-id", ids)))
                                .subnets()
                                .stream()
                                .toList());
    }

    @Override
    public List<RouteTable> routeTables(Collection<String> vpcIds) {
        return call(
                "ec2:DescribeRouteTables", () -> ec2
                        .get()
                        .describeRouteTablesPaginator(request -> request.filters(filter(VPC, vpcIds)))
                        .routeTables()
                        .stream()
                        .toList());
    }

    @Override
    public List<NatGateway> natGateways(Collection<String> vpcIds) {
        return call(
                "ec2:DescribeNatGateways", () -> ec2
                        .get()
                        .describeNatGatewaysPaginator(request -> request.filter(filter(VPC, vpcIds)))
                        .natGateways()
                        .stream()
                        .toList());
    }

    @Override
    public List<NetworkAcl> networkAcls(Collection<String> vpcIds) {
        return call(
                "ec2:DescribeNetworkAcls", () -> ec2
                        .get()
                        .describeNetworkAclsPaginator(request -> request.filters(filter(VPC, vpcIds)))
                        .networkAcls()
                        .stream()
                        .toList());
    }

    @Override
    public List<VpcEndpoint> endpoints(Collection<String> vpcIds) {
        return call(
                "ec2:DescribeVpcEndpoints", () -> ec2
                        .get()
                        .describeVpcEndpointsPaginator(request -> request.filters(filter(VPC, vpcIds)))
                        .vpcEndpoints()
                        .stream()
                        .toList());
    }

    @Override
    public boolean resolvesNames(String vpcId) {
        return call("ec2:DescribeVpcAttribute", () -> ec2.get().describeVpcAttribute(request -> request.vpcId(vpcId)
                                .attribute(VpcAttributeName.ENABLE_DNS_SUPPORT)))
                        .enableDnsSupport()
                        .value()
                && call("ec2:DescribeVpcAttribute", () -> ec2.get().describeVpcAttribute(request -> request.vpcId(vpcId)
                                .attribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES)))
                        .enableDnsHostnames()
                        .value();
    }

    @Override
    public List<SecurityGroup> defaultGroups(Collection<String> vpcIds) {
        return groups(filter(VPC, vpcIds), filter("group-name", List.of("default")));
    }

    @Override
    public List<SecurityGroup> securityGroups(Collection<String> ids) {
        return groups(filter("group-id", ids));
    }

    private List<SecurityGroup> groups(Filter... filters) {
        return call(
                "ec2:DescribeSecurityGroups",
                () ->
                        ec2
                                .get()
                                .describeSecurityGroupsPaginator(request -> request.filters(filters))
                                .securityGroups()
                                .stream()
                                .toList());
    }

    private static Filter filter(String name, Collection<String> values) {
        return Filter.builder().name(name).values(values).build();
    }
}
