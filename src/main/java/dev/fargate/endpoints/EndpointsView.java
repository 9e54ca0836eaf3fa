package dev.fargate.endpoints;

import dev.fargate.aws.VpcEndpoints.Endpoint;
import java.util.List;

/**
 * What EC2 holds.
 *
 * @param endpoints all of the VPC, whosoever they are
 */
record EndpointsView(Ground ground, List<Endpoint> endpoints) {
    EndpointsView {
        endpoints = List.copyOf(endpoints);
    }

    List<Endpoint> own(DesiredEndpoints desired) {
        return endpoints.stream()
                .filter(endpoint -> desired.owner().owns(endpoint.tags()))
                .toList();
    }

    List<Endpoint> others(DesiredEndpoints desired) {
        return endpoints.stream()
                .filter(endpoint -> !desired.owner().owns(endpoint.tags()))
                .toList();
    }
}
