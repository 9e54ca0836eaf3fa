package dev.fargate.loadbalancer;

import java.util.List;
import java.util.Set;

/** The services that a load balancer serves. */
public interface Served {

    /** {@code namespace/name} of each service of an environment that takes from one of these target groups, in order. */
    List<String> through(String environment, Set<String> targetGroupArns);
}
