package dev.fargate.aws;

import java.util.List;

/** EC2: the network that tasks are put into. */
public interface Subnets {

    /** DescribeSubnets by id; an unknown id is an {@link AwsException} of class MISSING. */
    List<Subnet> subnets(List<String> ids);

    /** DescribeSecurityGroups by id; an unknown id is an {@link AwsException} of class MISSING. */
    List<SecurityGroup> securityGroups(List<String> ids);

    /** One subnet. */
    record Subnet(String id, String availabilityZone, String vpcId) {}

    /** One security group. */
    record SecurityGroup(String id, String vpcId) {}
}
