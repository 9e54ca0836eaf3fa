package dev.fargate.loadbalancer;

import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.api.FargateLoadBalancerStatus.Listener;
import dev.fargate.api.Place;
import dev.fargate.aws.LoadBalancers.LoadBalancer;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.loadbalancer.LoadBalancerView.Seen;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the status tells and remembers: nothing else survives a restart.
 *
 * @param ground where it is, or was about to be made
 * @param tagKeys keys of the tags that the spec declared when they were last put
 */
record Known(
        Optional<Ground> ground,
        Optional<Sighting> balancer,
        Optional<String> securityGroupId,
        List<Listener> listeners,
        List<String> services,
        List<String> tagKeys) {
    private static final int LISTENERS_SHOWN = 50;
    private static final int SERVICES_SHOWN = 20;
    private static final Known NOTHING =
            new Known(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

    Known {
        listeners = List.copyOf(listeners);
        services = services.stream().limit(SERVICES_SHOWN).toList();
        tagKeys = List.copyOf(tagKeys);
    }

    /** Account, region, and the VPC of the subnets. */
    record Ground(Place place, String vpcId) {}

    /** The load balancer when it was last seen. */
    record Sighting(String arn, String state, String dnsName, String hostedZoneId) {
        static Sighting of(LoadBalancer live) {
            return new Sighting(
                    live.arn(),
                    live.state().code(),
                    live.address().dnsName(),
                    live.address().hostedZoneId());
        }
    }

    static Known of(FargateLoadBalancerStatus status) {
        return status == null
                ? NOTHING
                : new Known(
                        Optional.ofNullable(status.place()).map(place -> new Ground(place, status.vpcId())),
                        Optional.ofNullable(status.arn())
                                .map(arn -> new Sighting(
                                        arn, status.state(), status.dnsName(), status.canonicalHostedZoneId())),
                        Optional.ofNullable(status.securityGroupId()),
                        status.listeners(),
                        status.services(),
                        status.tagKeys());
    }

    Optional<Place> place() {
        return ground.map(Ground::place);
    }

    Known at(Ground where) {
        return new Known(Optional.of(where), balancer, securityGroupId, listeners, services, tagKeys);
    }

    Known serving(List<String> names) {
        return new Known(ground, balancer, securityGroupId, listeners, names, tagKeys);
    }

    /** Tags are about to be put: those of before may still be there, too. */
    Known tagging(DesiredLoadBalancer desired) {
        Set<String> keys = new TreeSet<>(tagKeys);
        keys.addAll(Owner.declaredKeys(desired.tags()));
        return new Known(ground, balancer, securityGroupId, listeners, services, List.copyOf(keys));
    }

    /** Tags are as declared. */
    Known tagged(DesiredLoadBalancer desired) {
        return new Known(ground, balancer, securityGroupId, listeners, services, Owner.declaredKeys(desired.tags()));
    }

    /** What AWS holds now of ours; what is somebody else's is not shown. */
    Known seeing(LoadBalancerView view, Owner owner) {
        return seeing(view, owner::owns);
    }

    /** The same with what is nobody's, and may be looked at. */
    Known observing(LoadBalancerView view) {
        return seeing(view, tags -> true);
    }

    private Known seeing(LoadBalancerView view, Predicate<Map<String, String>> shown) {
        Optional<Seen> found = view.balancer().filter(seen -> shown.test(seen.ownTags()));
        return new Known(
                ground,
                found.map(Seen::itself).map(Sighting::of),
                view.group().filter(group -> shown.test(group.tags())).map(Group::id),
                found.stream()
                        .flatMap(seen -> seen.listeners().stream())
                        .map(listener -> new Listener(
                                listener.content().port(), listener.content().protocol(), listener.arn()))
                        .sorted(Comparator.comparing(Listener::port))
                        .limit(LISTENERS_SHOWN)
                        .toList(),
                services,
                tagKeys);
    }

    /** What is on record and was not found. */
    Set<String> missing(LoadBalancerView view) {
        Set<String> missing = new HashSet<>();
        if (view.balancer().isEmpty()) {
            balancer.map(Sighting::arn).ifPresent(missing::add);
        }
        if (view.group().isEmpty()) {
            securityGroupId.ifPresent(missing::add);
        }
        return missing;
    }
}
