package dev.fargate.loadbalancer;

import dev.fargate.aws.LoadBalancers.Content;
import dev.fargate.aws.LoadBalancers.Fixed;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Problem;
import dev.fargate.environment.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A load balancer as it should be.
 *
 * @param ownership whose it is, and whether one that nobody owns may be taken over
 * @param observed whether it is only looked at
 * @param attributes those that are managed, by ELB's names; others are left alone
 * @param listeners by their port, which is what tells one from another
 * @param tags the declared ones and the owner's; the listeners and the security group get the same
 */
record DesiredLoadBalancer(
        Ownership ownership,
        boolean observed,
        Fixed fixed,
        String ipAddressType,
        Set<String> subnets,
        Shield shield,
        Map<String, String> attributes,
        List<Content> listeners,
        Map<String, String> tags) {
    static final String PROTECTION = "deletion_protection.enabled";

    DesiredLoadBalancer {
        subnets = Set.copyOf(subnets);
        attributes = Map.copyOf(attributes);
        listeners = List.copyOf(listeners);
        tags = Map.copyOf(tags);
    }

    /**
     * Why one that exists must be left alone, or not even looked at; empty if it need not.
     *
     * @param what the load balancer or a listener of it
     * @param arn the load balancer's
     */
    Optional<Problem> refusal(String what, String arn, Map<String, String> itsTags) {
        return observed ? ownership.hidden(what, arn, itsTags) : ownership.refusal(what, arn, itsTags);
    }

    boolean listensAt(int port) {
        return listeners.stream().anyMatch(listener -> listener.port() == port);
    }

    Owner owner() {
        return ownership.owner();
    }

    String name() {
        return fixed.name();
    }
}
