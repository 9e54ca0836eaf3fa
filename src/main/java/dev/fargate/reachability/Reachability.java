package dev.fargate.reachability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether tasks that are placed somewhere reach something: from each of their subnets, since a task may start in any. */
public final class Reachability {
    private final Vpc vpc;
    private final Placement placement;
    private final Onward onward;
    private final Endpoints endpoints;

    /** Judges a placement in its VPC. */
    public Reachability(Vpc vpc, Placement placement) {
        this.vpc = vpc;
        this.placement = placement;
        this.onward = new Onward(vpc, placement);
        this.endpoints = new Endpoints(vpc, placement);
    }

    /** The worst of what the subnets say. */
    public Reach of(Target target) {
        if (placement.groups().isEmpty()) {
            return new Reach.Unclear(
                    "No security group is named, and the VPC's default group was not found: name one in network.securityGroups.");
        }
        Map<String, From> tables = new LinkedHashMap<>();
        for (String subnet : placement.subnets()) {
            Optional<RouteTable> table = vpc.routeTable(subnet);
            String alike = table.map(RouteTable::id).orElse("")
                    + vpc.networkAcl(subnet).map(NetworkAcl::id).orElse("")
                    + ipv6(subnet);
            tables.merge(alike, new From(List.of(subnet), table), From::with);
        }
        List<Reach> all = tables.values().stream().map(from -> of(from, target)).toList();
        return first(all, Reach.Blocked.class)
                .or(() -> first(all, Reach.Pending.class))
                .or(() -> first(all, Reach.Unclear.class))
                .orElseGet(() -> new Reach.Open(
                        all.stream().map(Reach::sentence).distinct().collect(Collectors.joining("; "))));
    }

    private Reach of(From from, Target target) {
        return switch (target) {
            case Target.Internet internet -> onward.of(from, target, Missing.of(internet));
            case Target.Service service ->
                endpoints
                        .of(from, service.service())
                        .orElseGet(() -> onward.of(from, target, endpoints.missing(from, service.service())));
        };
    }

    /** Fargate uses IPv6 only where a subnet has nothing else. */
    private boolean ipv6(String subnet) {
        return vpc.subnet(subnet).filter(known -> known.cidr().isEmpty()).isPresent();
    }

    private static Optional<Reach> first(List<Reach> all, Class<? extends Reach> kind) {
        return all.stream().filter(kind::isInstance).findFirst();
    }
}
