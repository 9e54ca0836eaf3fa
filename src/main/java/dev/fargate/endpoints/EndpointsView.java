package dev.fargate.endpoints;

import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.aws.VpcEndpoints.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What EC2 holds.
 *
 * @param endpoints all of the VPC, whosoever they are
 * @param group the one with the name that ours has, whosoever it is
 */
record EndpointsView(Ground ground, List<Endpoint> endpoints, Optional<Group> group) {
    EndpointsView {
        endpoints = List.copyOf(endpoints);
    }

    List<Endpoint> own(DesiredEndpoints desired) {
        return endpoints.stream()
                .filter(endpoint -> desired.owner().owns(endpoint.tags()))
                .toList();
    }

    Optional<Group> ownGroup(DesiredEndpoints desired) {
        return group.filter(found -> desired.owner().owns(found.tags()));
    }

    /** What interface endpoints are to be in; none as long as the group that is made is not there. */
    Set<String> groups(DesiredEndpoints desired) {
        return desired.makesGroup()
                ? ownGroup(desired).map(Group::id).stream().collect(Collectors.toSet())
                : Set.copyOf(desired.spec().securityGroups());
    }

    List<Endpoint> others(DesiredEndpoints desired) {
        return endpoints.stream()
                .filter(endpoint -> !desired.owner().owns(endpoint.tags()))
                .toList();
    }
}
