package dev.fargate.loadbalancer;

import dev.fargate.aws.LoadBalancers.Listener;
import dev.fargate.aws.LoadBalancers.LoadBalancer;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SecurityGroups.Group;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS holds of a load balancer.
 *
 * @param balancer that of the name, whosoever it is
 * @param group that of the name in the VPC, whosoever it is
 */
record LoadBalancerView(Optional<Seen> balancer, Optional<Group> group) {

    /** Whether the security group is the owner's. */
    boolean owns(Owner owner) {
        return group.filter(found -> owner.owns(found.tags())).isPresent();
    }

    /** Whether the load balancer or the security group is the owner's. */
    boolean hasSomethingOf(Owner owner) {
        return owns(owner)
                || balancer.filter(seen -> owner.owns(seen.ownTags())).isPresent();
    }

    /**
     * A load balancer and what belongs to it.
     *
     * @param tags of the load balancer and of its listeners, by ARN
     */
    record Seen(
            LoadBalancer itself,
            Map<String, String> attributes,
            List<Listener> listeners,
            Map<String, Map<String, String>> tags) {
        Seen {
            attributes = Map.copyOf(attributes);
            listeners = List.copyOf(listeners);
            tags = Map.copyOf(tags);
        }

        /** Those that do not carry the owner's tags. */
        List<Listener> listenersOfOthers(Owner owner) {
            return listeners.stream()
                    .filter(listener -> !owner.owns(tagsOf(listener.arn())))
                    .toList();
        }

        Map<String, String> ownTags() {
            return tagsOf(itself.arn());
        }

        Map<String, String> tagsOf(String arn) {
            return tags.getOrDefault(arn, Map.of());
        }
    }
}
