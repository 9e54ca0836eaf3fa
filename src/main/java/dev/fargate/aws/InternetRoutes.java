package dev.fargate.aws;

import java.util.List;
import java.util.Set;

/** EC2: the ways out of a VPC. */
public interface InternetRoutes {
    /** DescribeRouteTables of the VPC: those of the subnets from which a route leads straight to an internet gateway. */
    Set<String> publicOf(String vpcId, List<String> subnets);
}
