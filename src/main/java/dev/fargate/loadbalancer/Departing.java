package dev.fargate.loadbalancer;

import dev.fargate.api.FargateLoadBalancerSpec;
import dev.fargate.aws.Owner;

/**
 * A load balancer that is to go: what of the manifest still matters, without an environment, which may be gone.
 *
 * @param name of the load balancer and of the security group that was made for it
 * @param isProtected whether the manifest asks that it must not be deleted
 */
record Departing(Owner owner, String name, boolean isProtected) {
    static Departing of(FargateLoadBalancerSpec spec, Owner owner) {
        return new Departing(
                owner, LoadBalancerResolver.name(spec, owner), Boolean.TRUE.equals(spec.deletionProtection()));
    }
}
