package dev.fargate.loadbalancer;

import dev.fargate.api.FargateLoadBalancer;
import java.util.List;

/** The services that a load balancer serves. */
public interface Served {

    /** {@code namespace/name} of each service that names it, or that takes from a target group that it forwards to, in order. */
    List<String> by(FargateLoadBalancer balancer);
}
