package dev.fargate.reachability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A VPC as far as it decides what its tasks reach.
 *
 * @param dns whether DNS support and DNS hostnames are on, without which no endpoint answers to a service's usual name
 * @param subnets those of the task and of the endpoints that matter
 */
public record Vpc(
        String id,
        String region,
        boolean dns,
        List<Subnet> subnets,
        List<RouteTable> routeTables,
        List<NatGateway> natGateways,
        List<Endpoint> endpoints,
        List<SecurityGroup> groups,
        List<NetworkAcl> networkAcls) {
    public Vpc {
        subnets = List.copyOf(subnets);
        routeTables = List.copyOf(routeTables);
        natGateways = List.copyOf(natGateways);
        endpoints = List.copyOf(endpoints);
        groups = List.copyOf(groups);
        networkAcls = List.copyOf(networkAcls);
    }

    /** The one that it is associated with, else the main one. */
    Optional<RouteTable> routeTable(String subnet) {
        return routeTables.stream()
                .filter(table -> table.subnets().contains(subnet))
                .findFirst()
                .or(() -> routeTables.stream().filter(RouteTable::main).findFirst());
    }

    /** That of a subnet which another account shares is not shown to this one. */
    Optional<NetworkAcl> networkAcl(String subnet) {
        return networkAcls.stream()
                .filter(acl -> acl.subnets().contains(subnet))
                .findFirst();
    }

    Optional<NatGateway> natGateway(String natGateway) {
        return natGateways.stream()
                .filter(candidate -> candidate.id().equals(natGateway))
                .findFirst();
    }

    Optional<Subnet> subnet(String subnet) {
        return subnets.stream()
                .filter(candidate -> candidate.id().equals(subnet))
                .findFirst();
    }

    List<SecurityGroup> groups(Iterable<String> ids) {
        List<String> wanted = new ArrayList<>();
        ids.forEach(wanted::add);
        return groups.stream().filter(group -> wanted.contains(group.id())).toList();
    }

    List<Endpoint> endpoints(AwsService service) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.isOf(service, region) && !endpoint.isGone())
                .toList();
    }
}
