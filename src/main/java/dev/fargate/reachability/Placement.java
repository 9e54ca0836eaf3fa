package dev.fargate.reachability;

import java.util.List;

/**
 * Where a task's network interface is.
 *
 * @param groups its security groups; none: not known
 */
public record Placement(List<String> subnets, List<String> groups, boolean publicIp) {
    public Placement {
        subnets = List.copyOf(subnets);
        groups = List.copyOf(groups);
    }

    String namedGroups() {
        return (groups.size() == 1 ? "security group " : "security groups ") + String.join(", ", groups);
    }
}
