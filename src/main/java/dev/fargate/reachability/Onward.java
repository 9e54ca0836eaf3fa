package dev.fargate.reachability;

import java.util.Optional;
import java.util.Set;

/** The way to the internet: by the subnet's default route, past the network ACLs and the security groups of the task. */
record Onward(Vpc vpc, Placement placement) {

    /** Whether a target is reached so. */
    Reach of(From from, Target target, Missing missing) {
        if (from.table().isEmpty()) {
            return new Reach.Unclear("%s: its route table was not found.".formatted(from.named()));
        }
        Optional<Route> route = from.table().get().route(Route.EVERYTHING);
        Reach reach = route.map(found -> by(from, found, target, missing))
                .orElseGet(() -> withoutRoute(from, target, missing));
        return reach instanceof Reach.Open
                ? pastGroups(target)
                        .or(() -> new Walls(vpc).toInternet(from, target.title()))
                        .orElse(reach)
                : reach;
    }

    private Reach by(From from, Route route, Target target, Missing missing) {
        if (route.blackhole()) {
            return new Reach.Blocked(
                    "%s a default route to %s, which is gone (blackhole), so %s is not reached; replace it: aws ec2 replace-route --route-table-id %s --destination-cidr-block 0.0.0.0/0 --nat-gateway-id NAT"
                            .formatted(
                                    from.has(),
                                    route.to(),
                                    target.title(),
                                    from.table().orElseThrow().id()));
        }
        if (route.leadsToInternetGateway()) {
            return placement.publicIp()
                    ? new Reach.Open("by internet gateway %s with a public IP".formatted(route.to()))
                    : new Reach.Blocked(
                            "%s to %s, but the task gets no public IP, so %s is not reached (%s); set network.assignPublicIp: true, or %s"
                                    .formatted(
                                            from.leads(),
                                            route.way(),
                                            target.title(),
                                            missing.andNot(),
                                            missing.step()),
                            missing.endpoint());
        }
        return route.leadsToNat()
                ? byNat(from, route, target)
                : new Reach.Unclear("%s to %s; whether %s is reached beyond it is not looked at."
                        .formatted(from.leads(), route.way(), target.title()));
    }

    private Reach byNat(From from, Route route, Target target) {
        Optional<NatGateway> nat = vpc.natGateway(route.to());
        if (nat.isEmpty()) {
            return new Reach.Unclear(
                    "%s to %s, which was not found in VPC %s.".formatted(from.leads(), route.way(), vpc.id()));
        }
        if (!nat.get().isAvailable()) {
            String sentence = "%s to %s, which is %s, so %s is not reached"
                    .formatted(from.leads(), route.way(), nat.get().state(), target.title());
            return nat.get().state().equals("pending")
                    ? new Reach.Pending(sentence + " yet.")
                    : new Reach.Blocked(sentence
                            + "; make another (aws ec2 create-nat-gateway) and route to it: aws ec2 replace-route --route-table-id %s --destination-cidr-block 0.0.0.0/0 --nat-gateway-id NAT"
                                    .formatted(from.table().orElseThrow().id()));
        }
        if (!nat.get().open()) {
            return new Reach.Unclear("%s to %s, which is private; whether %s is reached beyond it is not looked at."
                    .formatted(from.leads(), route.way(), target.title()));
        }
        Optional<Route> next = vpc.routeTable(nat.get().subnet()).flatMap(table -> table.route(Route.EVERYTHING));
        return next.filter(Route::leadsToInternetGateway).isPresent()
                        || next.filter(Onward::isForeign).isPresent()
                ? new Walls(vpc)
                        .toInternet(nat.get(), target.title())
                        .orElseGet(() -> new Reach.Open("by " + route.way()))
                : new Reach.Blocked(
                        "%s to %s, but that is in subnet %s, which itself has no route to an internet gateway, so %s is not reached; put it into a public subnet, or route that one: aws ec2 create-route --route-table-id %s --destination-cidr-block 0.0.0.0/0 --gateway-id IGW"
                                .formatted(
                                        from.leads(),
                                        route.way(),
                                        nat.get().subnet(),
                                        target.title(),
                                        vpc.routeTable(nat.get().subnet())
                                                .map(RouteTable::id)
                                                .orElse("RTB")));
    }

    /** A firewall between a NAT gateway and the internet gateway is usual. */
    private static boolean isForeign(Route route) {
        return !route.leadsToNat() && !route.blackhole();
    }

    private Reach withoutRoute(From from, Target target, Missing missing) {
        Optional<Route> ipv6 = from.table().orElseThrow().route(Route.EVERYTHING_IPV6);
        boolean only = from.subnets().stream().allMatch(subnet -> vpc.subnet(subnet)
                .filter(known -> known.cidr().isEmpty())
                .isPresent());
        if (ipv6.isPresent() && only) {
            return new Reach.Unclear("%s IPv6 only and leads to %s; whether %s is reached over IPv6 is not looked at."
                    .formatted(from.has(), ipv6.get().way(), target.title()));
        }
        if (ipv6.isPresent()) {
            return new Reach.Blocked(
                    "%s no route to %s over IPv4, which Fargate uses in a subnet that has it: %s is for IPv6 only, %s; %s"
                            .formatted(from.has(), target.title(), ipv6.get().way(), missing.andNot(), missing.step()),
                    missing.endpoint());
        }
        boolean partial = from.table().get().routes().stream()
                .anyMatch(route -> isPublic(route) && !route.to().equals("local"));
        return partial
                ? new Reach.Unclear(
                        "%s routes to parts of the internet only; whether %s is among them is not looked at."
                                .formatted(from.has(), target.title()))
                : new Reach.Blocked(
                        "%s no route to %s: %s; %s"
                                .formatted(from.has(), target.title(), missing.andNot(), missing.step()),
                        missing.endpoint());
    }

    private static boolean isPublic(Route route) {
        return Cidr.of(route.destination())
                .filter(range -> !Leave.isPrivate(range))
                .isPresent();
    }

    /** What the security groups of the task say to the open internet; empty: nothing against it. */
    private Optional<Reach> pastGroups(Target target) {
        Leave leave = Leave.toInternet(
                vpc.groups(placement.groups()).stream().flatMap(group -> group.out().stream()), Set.of());
        return switch (leave) {
            case YES -> Optional.empty();
            case PARTLY ->
                Optional.of(new Reach.Unclear(
                        "%s lets port 443 out to some addresses only; whether %s is among them is not looked at."
                                .formatted(Sentences.upperFirst(placement.namedGroups()), target.title())));
            case NO -> Optional.of(closed(target));
        };
    }

    private Reach closed(Target target) {
        return new Reach.Blocked(
                "%s does not let port 443 out to %s; let it: aws ec2 authorize-security-group-egress --group-id %s --ip-permissions 'IpProtocol=tcp,FromPort=443,ToPort=443,IpRanges=[{CidrIp=0.0.0.0/0}]'"
                        .formatted(
                                Sentences.upperFirst(placement.namedGroups()),
                                target.title(),
                                placement.groups().getFirst()));
    }
}
