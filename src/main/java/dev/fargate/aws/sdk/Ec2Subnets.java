package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;

import dev.fargate.aws.Subnets;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.Ec2Client;

record Ec2Subnets(Supplier<Ec2Client> ec2) implements Subnets {

    @Override
    public List<Subnet> subnets(List<String> ids) {
        return call("ec2:DescribeSubnets", () -> ec2.get().describeSubnets(request -> request.subnetIds(ids)))
                .subnets()
                .stream()
                .map(subnet -> new Subnet(subnet.subnetId(), subnet.availabilityZone(), subnet.vpcId()))
                .toList();
    }

    @Override
    public List<SecurityGroup> securityGroups(List<String> ids) {
        return call("ec2:DescribeSecurityGroups", () -> ec2.get()
                        .describeSecurityGroups(request -> request.groupIds(ids)))
                .securityGroups()
                .stream()
                .map(group -> new SecurityGroup(group.groupId(), group.vpcId()))
                .toList();
    }
}
