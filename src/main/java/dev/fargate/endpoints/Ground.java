package dev.fargate.endpoints;

import dev.fargate.aws.Identity.Caller;
import dev.fargate.aws.Subnets.Subnet;
import dev.fargate.aws.VpcEndpoints;
import dev.fargate.aws.VpcEndpoints.Offer;
import dev.fargate.engine.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changes seldom and is not ours.
 *
 * @param offers what the region has of the services that are wanted
 * @param routeTables those that gateway endpoints are to be reached by
 */
record Ground(Caller caller, List<Subnet> subnets, List<Offer> offers, Set<String> routeTables) {
    Ground {
        subnets = List.copyOf(subnets);
        offers = List.copyOf(offers);
        routeTables = Set.copyOf(routeTables);
    }

    SortedSet<String> vpcs() {
        SortedSet<String> vpcs = new TreeSet<>();
        subnets.forEach(subnet -> vpcs.add(subnet.vpcId()));
        return vpcs;
    }

    /** The gateway where there is one: it costs nothing. */
    Optional<Offer> offer(String service) {
        return offers.stream()
                .filter(offer -> offer.service().equals(service))
                .min(Comparator.comparing(offer -> offer.type() == VpcEndpoints.Type.Gateway ? 0 : 1));
    }

    /** Whether a service that is offered can be given an endpoint in one of the subnets. */
    boolean hasPlace(Offer offer) {
        return !places(offer, Set.of()).isEmpty();
    }

    /**
     * One of each zone that the service is offered in: EC2 takes no second one.
     *
     * @param taken those that an endpoint stands in, which it does not leave for another one of the zone
     */
    SortedSet<String> places(Offer offer, Set<String> taken) {
        TreeMap<String, String> first = new TreeMap<>();
        subnets.stream()
                .sorted(Comparator.comparing((Subnet subnet) -> !taken.contains(subnet.id()))
                        .thenComparing(Subnet::id))
                .filter(subnet -> offer.zones().contains(subnet.availabilityZone()))
                .forEach(subnet -> first.putIfAbsent(subnet.availabilityZone(), subnet.id()));
        return new TreeSet<>(first.values());
    }

    Optional<Problem> problem(DesiredEndpoints desired, Known before) {
        if (subnets.isEmpty()) {
            return Optional.of(
                    none("subnetSelector", desired.subnetTags().orElse(Map.of()), "Tag those that tasks run in"));
        }
        if (desired.routeTableTags().isPresent() && routeTables.isEmpty() && vpcs().size() == 1) {
            return Optional.of(none(
                    "routeTableSelector",
                    desired.routeTableTags().get(),
                    "Tag those of %s that the subnets use".formatted(vpcs().first())));
        }
        if (vpcs().size() > 1) {
            return Optional.of(Problem.stalled(
                    "Invalid",
                    "spec.subnets are in %s: endpoints serve one VPC. Make a FargateEndpoints for each."
                            .formatted(String.join(", ", vpcs()))));
        }
        return before.vpcId()
                .filter(vpc -> !vpcs().contains(vpc))
                .map(vpc -> Problem.stalled(
                        "VpcChanged",
                        ("spec.subnets are in %s now, and the endpoints of FargateEndpoints %s are in %s. Undo the change, or make another"
                                        + " FargateEndpoints for the other VPC. Nothing was changed.")
                                .formatted(String.join(", ", vpcs()), desired.holder(), vpc)));
    }

    private static Problem none(String field, Map<String, String> tags, String step) {
        return Problem.stalled(
                "NoneSelected",
                "spec.%s: nothing carries the tags %s. %s, or correct the selector. Nothing was changed."
                        .formatted(field, new TreeMap<>(tags), step));
    }
}
