package dev.fargate.loadbalancer;

import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateLoadBalancerSpec;
import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.aws.Owner;
import java.util.function.Consumer;

/** What one turn is about. */
record Round(
        FargateLoadBalancer resource,
        Owner owner,
        Known known,
        LoadBalancerReport report,
        Consumer<FargateLoadBalancerStatus> journal) {

    /** As messages call it, and apart from a service of the same name. */
    String holder() {
        return "FargateLoadBalancer " + owner.namespace() + "/" + owner.name();
    }

    FargateLoadBalancerSpec spec() {
        return resource.getSpec();
    }

    /** Whether this version of the spec was looked at before. */
    boolean isOfKnownSpec() {
        return resource.getStatus() != null
                && resource.getMetadata()
                        .getGeneration()
                        .equals(resource.getStatus().observedGeneration());
    }

    Round knowing(Known other) {
        return new Round(resource, owner, other, report, journal);
    }
}
