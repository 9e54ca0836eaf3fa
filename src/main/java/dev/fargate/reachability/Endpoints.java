package dev.fargate.reachability;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways by VPC endpoints. */
record Endpoints(Vpc vpc, Placement placement) {

    /** Whether a service is reached by an endpoint; empty: none takes the traffic, which goes on by the route table. */
    Optional<Reach> of(From from, AwsService service) {
        Optional<Route> toGateway = gatewayRoute(from, service);
        if (toGateway.isPresent()) {
            return Optional.of(byGateway(from, toGateway.get(), service));
        }
        // With private DNS the service's usual name leads here in the whole VPC, a NAT gateway or not.
        return vpc.endpoints(service).stream()
                .filter(endpoint -> !endpoint.gateway() && endpoint.privateDns() && vpc.dns())
                .findFirst()
                .map(endpoint -> byInterface(from, endpoint, service));
    }

    private Optional<Route> gatewayRoute(From from, AwsService service) {
        Set<String> gateways = vpc.endpoints(service).stream()
                .filter(Endpoint::gateway)
                .map(Endpoint::id)
                .collect(Collectors.toSet());
        return from.table().stream()
                .flatMap(table -> table.routes().stream())
                .filter(route -> gateways.contains(route.to()))
                .findFirst();
    }

    private Reach byGateway(From from, Route route, AwsService service) {
        Endpoint gateway = vpc.endpoints(service).stream()
                .filter(endpoint -> endpoint.id().equals(route.to()))
                .findFirst()
                .orElseThrow();
        Leave leave = Leave.toInternet(out(), Set.of(route.destination()));
        return switch (leave) {
            case YES ->
                new Walls(vpc)
                        .toInternet(from, service.title())
                        .orElseGet(() -> pastPolicy(gateway, service, "by gateway endpoint " + gateway.id()));
            case PARTLY ->
                new Reach.Unclear(
                        "%s lets port 443 out to some addresses only; whether those of %s are among them is not looked at."
                                .formatted(Sentences.upperFirst(placement.namedGroups()), service.title()));
            case NO ->
                new Reach.Blocked(
                        "%s does not let port 443 out to %s (gateway endpoint %s); let it: aws ec2 authorize-security-group-egress --group-id %s --ip-permissions 'IpProtocol=tcp,FromPort=443,ToPort=443,PrefixListIds=[{PrefixListId=%s}]'"
                                .formatted(
                                        Sentences.upperFirst(placement.namedGroups()),
                                        service.title(),
                                        gateway.id(),
                                        placement.groups().getFirst(),
                                        route.destination()));
        };
    }

    private Reach byInterface(From from, Endpoint endpoint, AwsService service) {
        String named = "endpoint %s (%s)".formatted(endpoint.id(), service.endpoint());
        if (!endpoint.isAvailable()) {
            return new Reach.Pending("%s is %s: what goes to %s waits for it."
                    .formatted(Sentences.upperFirst(named), endpoint.state(), service.title()));
        }
        List<Cidr> interfaces = ranges(endpoint.subnets());
        Leave out = Leave.of(out(), interfaces, endpoint.groups());
        if (out == Leave.NO) {
            return new Reach.Blocked(
                    "%s does not let port 443 out to %s; let it: aws ec2 authorize-security-group-egress --group-id %s --ip-permissions 'IpProtocol=tcp,FromPort=443,ToPort=443,UserIdGroupPairs=[{GroupId=%s}]'"
                            .formatted(
                                    Sentences.upperFirst(placement.namedGroups()),
                                    named,
                                    placement.groups().getFirst(),
                                    endpoint.groups().stream()
                                            .sorted()
                                            .findFirst()
                                            .orElse("SG")));
        }
        Leave in = Leave.of(
                vpc.groups(endpoint.groups()).stream().flatMap(group -> group.in().stream()),
                ranges(from.subnets()),
                placement.groups());
        if (in == Leave.NO) {
            return new Reach.Blocked(
                    "%s does not let port 443 in from %s, and takes what goes to %s all the same; let it: aws ec2 authorize-security-group-ingress --group-id %s --protocol tcp --port 443 --source-group %s"
                            .formatted(
                                    Sentences.upperFirst(named),
                                    placement.namedGroups(),
                                    service.title(),
                                    endpoint.groups().stream()
                                            .sorted()
                                            .findFirst()
                                            .orElse("SG"),
                                    placement.groups().getFirst()));
        }
        if (out == Leave.PARTLY || in == Leave.PARTLY) {
            return new Reach.Unclear(
                    "The security groups of the task and of %s let port 443 pass for some addresses only."
                            .formatted(named));
        }
        return new Walls(vpc)
                .toSubnets(from, endpoint.subnets(), named)
                .orElseGet(() -> pastPolicy(endpoint, service, "by " + named + elsewhere(from, endpoint)));
    }

    /** Traffic between zones is let through, and costs. */
    private String elsewhere(From from, Endpoint endpoint) {
        Set<String> zones = zones(endpoint.subnets());
        List<String> without = from.subnets().stream()
                .filter(subnet -> vpc.subnet(subnet)
                        .filter(known -> !zones.contains(known.zone()))
                        .isPresent())
                .toList();
        return without.isEmpty() || zones.isEmpty()
                ? ""
                : " in another zone (%s) than %s"
                        .formatted(
                                zones.stream().sorted().collect(Collectors.joining(", ")), String.join(", ", without));
    }

    private Reach pastPolicy(Endpoint endpoint, AwsService service, String way) {
        EndpointPolicy policy = new EndpointPolicy(endpoint.policy(), vpc.region());
        return switch (policy.of(service)) {
            case YES -> new Reach.Open(way);
            case PARTLY ->
                new Reach.Unclear(
                        "The policy of endpoint %s (%s) has conditions; whether they fit the task is not looked at."
                                .formatted(endpoint.id(), service.endpoint()));
            case NO ->
                new Reach.Blocked(
                        "The policy of endpoint %s (%s) does not allow %s%s; allow it, or: aws ec2 modify-vpc-endpoint --vpc-endpoint-id %s --reset-policy"
                                .formatted(
                                        endpoint.id(),
                                        service.endpoint(),
                                        policy.forbidden(service).orElse(""),
                                        service == AwsService.S3
                                                ? " on prod-%s-starport-layer-bucket, which has the layers of ECR's images"
                                                        .formatted(vpc.region())
                                                : "",
                                        endpoint.id()));
        };
    }

    /** Why none takes the traffic. */
    Missing missing(From from, AwsService service) {
        String name = service.serviceName(vpc.region());
        Optional<Endpoint> gateway =
                vpc.endpoints(service).stream().filter(Endpoint::gateway).findFirst();
        if (service == AwsService.S3) {
            String table = from.table().map(RouteTable::id).orElse("RTB");
            return gateway.map(there -> new Missing(
                            "gateway endpoint %s is not in route table %s".formatted(there.id(), table),
                            "add it: aws ec2 modify-vpc-endpoint --vpc-endpoint-id %s --add-route-table-ids %s"
                                    .formatted(there.id(), table)))
                    .orElseGet(() -> new Missing(
                            "no %s gateway endpoint".formatted(name),
                            "create that endpoint: aws ec2 create-vpc-endpoint --vpc-id %s --service-name %s --route-table-ids %s"
                                    .formatted(vpc.id(), name, table),
                            true));
        }
        return vpc.endpoints(service).stream()
                .findFirst()
                .map(there -> withoutDns(there, name))
                .orElseGet(() -> new Missing(
                        "no %s endpoint".formatted(name),
                        "create that endpoint: aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id %s --service-name %s --private-dns-enabled --subnet-ids %s --security-group-ids %s"
                                .formatted(
                                        vpc.id(),
                                        name,
                                        String.join(" ", from.subnets()),
                                        placement.groups().getFirst()),
                        vpc.dns()));
    }

    private Missing withoutDns(Endpoint there, String name) {
        return vpc.dns()
                ? new Missing(
                        "endpoint %s of %s has private DNS off".formatted(there.id(), name),
                        "turn it on: aws ec2 modify-vpc-endpoint --vpc-endpoint-id %s --private-dns-enabled"
                                .formatted(there.id()))
                : new Missing(
                        "VPC %s has DNS support or hostnames off, without which endpoint %s has no effect"
                                .formatted(vpc.id(), there.id()),
                        "turn both on: aws ec2 modify-vpc-attribute --vpc-id %s --enable-dns-support, then --enable-dns-hostnames"
                                .formatted(vpc.id()));
    }

    private Stream<Rule> out() {
        return vpc.groups(placement.groups()).stream().flatMap(group -> group.out().stream());
    }

    private List<Cidr> ranges(List<String> subnets) {
        return subnets.stream()
                .flatMap(subnet -> vpc.subnet(subnet).stream())
                .flatMap(subnet -> Cidr.of(subnet.cidr()).stream())
                .toList();
    }

    private Set<String> zones(List<String> subnets) {
        return subnets.stream()
                .flatMap(subnet -> vpc.subnet(subnet).stream())
                .map(Subnet::zone)
                .collect(Collectors.toSet());
    }
}
