package dev.fargate.reachability;

import java.util.List;
import java.util.Set;

/**
 * A VPC endpoint.
 *
 * @param service name such as com.amazonaws.eu-west-1.ecr.dkr
 * @param gateway whether it is a gateway endpoint; else an interface endpoint
 * @param state available, pending, … in any case
 * @param subnets where an interface endpoint has its interfaces
 * @param groups which guard those
 * @param privateDns whether the service's usual name leads to it
 * @param policy JSON; empty: the default one
 */
public record Endpoint(
        String id,
        String service,
        boolean gateway,
        String state,
        List<String> subnets,
        Set<String> groups,
        boolean privateDns,
        String policy) {
    public Endpoint {
        subnets = List.copyOf(subnets);
        groups = Set.copyOf(groups);
    }

    boolean isOf(AwsService wanted, String region) {
        return service.endsWith("." + region + "." + wanted.endpoint());
    }

    /** EC2 tells of it for a while after its end. */
    boolean isGone() {
        return state.equalsIgnoreCase("deleted");
    }

    boolean isAvailable() {
        return state.equalsIgnoreCase("available");
    }
}
