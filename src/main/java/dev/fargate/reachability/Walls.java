package dev.fargate.reachability;

import java.util.List;
import java.util.Optional;

/** What the network ACLs say, which no security group overrules; an empty answer has nothing against it. */
record Walls(Vpc vpc) {

    /** From a task to addresses of the internet, which those of a gateway endpoint are too. */
    Optional<Reach> toInternet(From from, String title) {
        return past(from.subnets().getFirst(), title, Ports.OF_TASKS, List.of(Cidr.EVERYTHING), false);
    }

    /** From a NAT gateway to the internet. */
    Optional<Reach> toInternet(NatGateway nat, String title) {
        return past(nat.subnet(), title, Ports.OF_NAT, List.of(Cidr.EVERYTHING), false);
    }

    /** From a task to interfaces in subnets; in its own it meets no ACL. A task may start in any of its subnets: the worst counts. */
    Optional<Reach> toSubnets(From from, List<String> subnets, String named) {
        List<Reach> walls = from.subnets().stream()
                .flatMap(subnet -> toSubnets(subnet, subnets, named).stream())
                .toList();
        return walls.stream()
                .filter(Reach.Blocked.class::isInstance)
                .findFirst()
                .or(() -> walls.stream().findFirst());
    }

    private Optional<Reach> toSubnets(String subnet, List<String> subnets, String named) {
        List<Cidr> ranges = subnets.stream()
                .filter(other -> !other.equals(subnet))
                .flatMap(other -> vpc.subnet(other).stream())
                .flatMap(other -> Cidr.of(other.cidr()).stream())
                .toList();
        return past(subnet, named, Ports.OF_TASKS, ranges, subnets.contains(subnet));
    }

    private Optional<Reach> past(String subnet, String title, Ports back, List<Cidr> ranges, boolean near) {
        Optional<NetworkAcl> found = vpc.networkAcl(subnet);
        if (found.isEmpty() || ranges.isEmpty()) {
            return Optional.empty();
        }
        NetworkAcl acl = found.get();
        Leave out = of(acl.out(), Ports.HTTPS, ranges);
        Leave in = of(acl.in(), back, ranges);
        String named = "Network ACL %s of subnet %s".formatted(acl.id(), subnet);
        if (near
                ? out != Leave.YES || in != Leave.YES
                : out == Leave.PARTLY || (out == Leave.YES && in == Leave.PARTLY)) {
            return Optional.of(new Reach.Unclear(
                    "%s lets a part pass only of what goes to %s on port 443 and comes back to ports %s; whether that is enough is not looked at."
                            .formatted(named, title, back)));
        }
        if (out == Leave.NO) {
            return Optional.of(new Reach.Blocked("%s does not let port 443 out to %s; let it: %s"
                    .formatted(named, title, entry(acl.id(), acl.out(), Ports.HTTPS, ranges, " --egress"))));
        }
        return in == Leave.NO
                ? Optional.of(
                        new Reach.Blocked("%s does not let answers of %s in, which come back to ports %s; let them: %s"
                                .formatted(named, title, back, entry(acl.id(), acl.in(), back, ranges, " --ingress"))))
                : Optional.empty();
    }

    private static Leave of(List<AclRule> rules, Ports ports, List<Cidr> ranges) {
        List<Leave> all = ranges.stream()
                .map(range -> NetworkAcl.of(rules, ports, range))
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : Leave.PARTLY;
    }

    private static String entry(String acl, List<AclRule> rules, Ports ports, List<Cidr> ranges, String direction) {
        Cidr range = ranges.getFirst();
        return "aws ec2 create-network-acl-entry --network-acl-id %s%s --rule-action allow --rule-number %s --protocol tcp --port-range From=%d,To=%d --cidr-block %s"
                .formatted(
                        acl,
                        direction,
                        NetworkAcl.numberFor(rules, ports, range)
                                .map(String::valueOf)
                                .orElse("N"),
                        ports.from(),
                        ports.to(),
                        range);
    }
}
