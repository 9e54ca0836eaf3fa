package dev.fargate.reachability;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A route table.
 *
 * @param subnets those that are associated with it
 * @param main whether it serves the subnets that are associated with none
 */
public record RouteTable(String id, Set<String> subnets, boolean main, List<Route> routes) {
    public RouteTable {
        subnets = Set.copyOf(subnets);
        routes = List.copyOf(routes);
    }

    Optional<Route> route(String destination) {
        return routes.stream()
                .filter(route -> route.destination().equals(destination))
                .findFirst();
    }
}
