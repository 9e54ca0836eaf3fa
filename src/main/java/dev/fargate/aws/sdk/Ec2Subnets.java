package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.Subnets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;

record Ec2Subnets(Supplier<Ec2Client> ec2) implements Subnets {
    private static final String SUBNETS = "ec2:DescribeSubnets";
    private static final String GROUPS = "ec2:DescribeSecurityGroups";

    @Override
    public List<Subnet> subnets(List<String> ids) {
        return call(SUBNETS, () -> ec2.get().describeSubnets(request -> request.subnetIds(ids))).subnets().stream()
                .map(Ec2Subnets::subnet)
                .toList();
    }

    @Override
    public List<Subnet> subnets(Selection selection) {
        return call(
                SUBNETS,
                () ->
                        ec2
                                .get()
                                .describeSubnetsPaginator(request -> request.filters(filters(selection)))
                                .subnets()
                                .stream()
                                .map(Ec2Subnets::subnet)
                                .toList());
    }

    @Override
    public List<SecurityGroup> securityGroups(List<String> ids) {
        return call(GROUPS, () -> ec2.get().describeSecurityGroups(request -> request.groupIds(ids)))
                .securityGroups()
                .stream()
                .map(Ec2Subnets::securityGroup)
                .toList();
    }

    @Override
    public List<SecurityGroup> securityGroups(Selection selection) {
        return call(
                GROUPS, () -> ec2
                        .get()
                        .describeSecurityGroupsPaginator(request -> request.filters(filters(selection)))
                        .securityGroups()
                        .stream()
                        .map(Ec2Subnets::securityGroup)
                        .toList());
    }

    private static Subnet subnet(software.amazon.awssdk.services.ec2.model.Subnet subnet) {
        return new Subnet(subnet.subnetId(), subnet.availabilityZone(), subnet.vpcId());
    }

    private static SecurityGroup securityGroup(software.amazon.awssdk.services.ec2.model.SecurityGroup group) {
        return new SecurityGroup(group.groupId(), group.vpcId());
    }

    /** All filters hold at once; of one filter's values any does (API reference, DescribeSubnets). */
    static List<Filter> filters(Selection selection) {
        return Stream.concat(
                        new TreeMap<>(selection.tags())
                                .entrySet().stream()
                                        .map(tag -> tag.getValue().equals(Selection.ANY)
                                                ? filter("tag-key", literal(tag.getKey()))
                                                : filter("tag:" + tag.getKey(), literal(tag.getValue()))),
                        selection.vpcId().stream().map(vpc -> filter("vpc-id", vpc)))
                .toList();
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    /** A star and a question mark are wildcards unless escaped (EC2 user guide, "Filter your resources"). */
    private static String literal(String value) {
        return value.replaceAll("[\\\\*?]", "\\\\$0");
    }
}
