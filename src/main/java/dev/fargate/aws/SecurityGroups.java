package dev.fargate.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** EC2: security groups that the operator makes. */
public interface SecurityGroups {
    /** DescribeSecurityGroups by name, which is unique in a VPC; empty when there is none. */
    Optional<Group> named(String vpcId, String name);

    /** DescribeSecurityGroups by name, in all VPCs. */
    List<Group> everywhere(String name);

    /** CreateSecurityGroup: nothing may come in, everything may go out. Replies with its id. */
    String create(String vpcId, String name, String description, Map<String, String> tags);

    /** AuthorizeSecurityGroupIngress; what is open already stays so. */
    void open(String id, Set<Opening> openings);

    /** RevokeSecurityGroupIngress; what is closed already stays so. */
    void close(String id, Set<Opening> openings);

    /** CreateTags. */
    void tag(String id, Map<String, String> tags);

    /** DeleteTags. */
    void untag(String id, Set<String> keys);

    /** DeleteSecurityGroup: refused with CONFLICT while a network interface has it. */
    void delete(String id);

    /** A security group, and what may come in. */
    record Group(String id, Set<Opening> openings, Map<String, String> tags) {
        public Group {
            openings = Set.copyOf(openings);
            tags = Map.copyOf(tags);
        }
    }

    /**
     * Ports for one source.
     *
     * @param protocol {@code tcp} or {@code udp}; {@code -1} for all, with ports -1
     * @param source a CIDR block, IPv4 or IPv6, or the id of a security group or of a prefix list
     */
    record Opening(String protocol, int fromPort, int toPort, String source) {
        /** One port. */
        public static Opening tcp(int port, String source) {
            return new Opening("tcp", port, port, source);
        }

        @Override
        public String toString() {
            String ports = fromPort == toPort ? String.valueOf(fromPort) : fromPort + "-" + toPort;
            return "%s/%s from %s".formatted(protocol, ports, source);
        }
    }
}
