package dev.fargate.endpoints;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Identity.Caller;
import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.aws.Subnets.Selection;
import dev.fargate.aws.Subnets.Subnet;
import dev.fargate.aws.VpcEndpoints;
import dev.fargate.aws.VpcEndpoints.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** Looks at the endpoints of a VPC each time, and once in a while at what changes seldom. */
final class EndpointsEye {
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private final Aws.Accounts accounts;
    private final InstantSource time;
    private final ConcurrentMap<String, Sighting> sightings = new ConcurrentHashMap<>();

    EndpointsEye(Aws.Accounts accounts, InstantSource time) {
        this.accounts = accounts;
        this.time = time;
    }

    /**
     * What the endpoints stand in.
     *
     * @param occasion with another one it is looked at anew
     */
    Ground ground(DesiredEndpoints desired, Object occasion, Caller caller) {
        Sighting before = sightings.get(desired.owner().uid());
        if (before != null
                && before.occasion().equals(occasion)
                && before.at().plus(SELDOM).isAfter(time.instant())) {
            return before.ground();
        }
        Ground seen = seen(desired, caller);
        sightings.put(desired.owner().uid(), new Sighting(seen, occasion, time.instant()));
        return seen;
    }

    private Ground seen(DesiredEndpoints desired, Caller caller) {
        Aws aws = accounts.of(desired.scope());
        List<Subnet> subnets = desired.subnetTags()
                .map(tags -> aws.subnets().subnets(new Selection(tags, Optional.empty())))
                .orElseGet(() -> aws.subnets().subnets(desired.subnets()));
        String region = desired.scope().region();
        Set<String> names = desired.services().stream()
                .map(service -> ServiceNames.full(region, service))
                .collect(Collectors.toSet());
        Ground bare = new Ground(caller, subnets, aws.vpcEndpoints().offers(names), Set.of());
        return bare.vpcs().size() == 1
                ? new Ground(caller, subnets, bare.offers(), routeTables(desired, bare, aws.vpcEndpoints()))
                : bare;
    }

    private static Set<String> routeTables(DesiredEndpoints desired, Ground ground, VpcEndpoints ec2) {
        String vpc = ground.vpcs().first();
        if (!desired.spec().routeTables().isEmpty()) {
            return Set.copyOf(desired.spec().routeTables());
        }
        return desired.routeTableTags()
                .map(tags -> ec2.routeTables(new Selection(tags, Optional.of(vpc))))
                .orElseGet(() -> ec2.routeTables(
                        vpc, ground.subnets().stream().map(Subnet::id).collect(Collectors.toSet())));
    }

    EndpointsView view(DesiredEndpoints desired, Ground ground) {
        String vpc = ground.vpcs().first();
        return new EndpointsView(ground, endpoints(desired, vpc), group(desired, vpc));
    }

    private Optional<Group> group(DesiredEndpoints desired, String vpcId) {
        return aws(desired).securityGroups().named(vpcId, desired.groupName());
    }

    /** Ours, if it is left. */
    Optional<Group> groupLeft(DesiredEndpoints desired, Optional<String> vpcId) {
        return vpcId.flatMap(vpc -> group(desired, vpc))
                .filter(group -> desired.owner().owns(group.tags()));
    }

    Caller caller(DesiredEndpoints desired) {
        return accounts.of(desired.scope()).identity().caller();
    }

    private List<Endpoint> endpoints(DesiredEndpoints desired, String vpcId) {
        return aws(desired).vpcEndpoints().of(vpcId);
    }

    /** Ours that are left. */
    List<Endpoint> left(DesiredEndpoints desired, Optional<String> vpcId) {
        return vpcId.stream()
                .flatMap(vpc -> endpoints(desired, vpc).stream())
                .filter(endpoint -> desired.owner().owns(endpoint.tags()))
                .toList();
    }

    Aws aws(DesiredEndpoints desired) {
        return accounts.of(desired.scope());
    }

    void forget(DesiredEndpoints desired) {
        sightings.remove(desired.owner().uid());
    }

    private record Sighting(Ground ground, Object occasion, Instant at) {}
}
