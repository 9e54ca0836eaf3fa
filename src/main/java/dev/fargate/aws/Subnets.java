package dev.fargate.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EC2: the network that tasks are put into. */
public interface Subnets {

    /** DescribeSubnets by id; an unknown id is an {@link AwsException} of class MISSING. */
    List<Subnet> subnets(List<String> ids);

    /** DescribeSubnets by tags; empty when none carries them. */
    List<Subnet> subnets(Selection selection);

    /** DescribeSecurityGroups by id; an unknown id is an {@link AwsException} of class MISSING. */
    List<SecurityGroup> securityGroups(List<String> ids);

    /** DescribeSecurityGroups by tags; empty when none carries them. */
    List<SecurityGroup> securityGroups(Selection selection);

    /** One subnet. */
    record Subnet(String id, String availabilityZone, String vpcId) {}

    /** One security group. */
    record SecurityGroup(String id, String vpcId) {}

    /**
     * Chooses by tags.
     *
     * @param tags all of which an object carries; the value {@code *} stands for any value
     * @param vpcId the only VPC to choose from
     */
    record Selection(Map<String, String> tags, Optional<String> vpcId) {
        public static final String ANY = "*";

        public Selection {
            tags = Map.copyOf(tags);
        }
    }
}
