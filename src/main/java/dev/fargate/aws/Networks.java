package dev.fargate.aws;

import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** EC2: what decides what tasks reach. What does not exist is left out of an answer. */
public interface Networks {

    /** DescribeSubnets. */
    List<Subnet> subnets(Collection<String> ids);

    /** DescribeRouteTables. */
    List<RouteTable> routeTables(Collection<String> vpcIds);

    /** DescribeNatGateways. */
    List<NatGateway> natGateways(Collection<String> vpcIds);

    /** DescribeNetworkAcls. */
    List<NetworkAcl> networkAcls(Collection<String> vpcIds);

    /** DescribeVpcEndpoints. */
    List<VpcEndpoint> endpoints(Collection<String> vpcIds);

    /** DescribeVpcAttribute, twice: whether DNS support and DNS hostnames are on. */
    boolean resolvesNames(String vpcId);

    /** DescribeSecurityGroups: the default group of each VPC, which ECS gives to tasks that name none. */
    List<SecurityGroup> defaultGroups(Collection<String> vpcIds);

    /** DescribeSecurityGroups. */
    List<SecurityGroup> securityGroups(Collection<String> ids);
}
