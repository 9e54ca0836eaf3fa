package dev.fargate.environment;

import dev.fargate.api.Api;
import dev.fargate.api.EnvironmentNetwork;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Identity;
import dev.fargate.aws.Subnets;
import dev.fargate.aws.Subnets.SecurityGroup;
import dev.fargate.aws.Subnets.Selection;
import dev.fargate.aws.Subnets.Subnet;
import dev.fargate.environment.EnvironmentView.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** Looks at an environment in AWS: its cluster each time, what changes seldom once in a while. */
final class EnvironmentEye {
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private final Aws.Accounts accounts;
    private final InstantSource time;
    private final ConcurrentMap<String, Sighting> sightings = new ConcurrentHashMap<>();

    EnvironmentEye(Aws.Accounts accounts, InstantSource time) {
        this.accounts = accounts;
        this.time = time;
    }

    EnvironmentView look(DesiredEnvironment desired, FargateEnvironment resource) {
        Occasion occasion =
                new Occasion(resource.getMetadata().getGeneration(), Api.annotation(resource, Api.RECONCILE_AT));
        Optional<String> pinned = Optional.ofNullable(resource.getStatus()).map(FargateEnvironmentStatus::accountId);
        Surroundings surroundings = surroundings(desired, occasion, pinned);
        return new EnvironmentView(surroundings, cluster(desired));
    }

    /** The cluster; a deleted one is still described as INACTIVE for a while. */
    Optional<Cluster> cluster(DesiredEnvironment desired) {
        return accounts.of(desired.scope())
                .clusters()
                .describe(desired.cluster().name());
    }

    /** The account that the credentials reach now. */
    String account(DesiredEnvironment desired) {
        return accounts.of(desired.scope()).identity().caller().accountId();
    }

    /** What was seen of the network is to be seen anew. */
    void forget(DesiredEnvironment desired) {
        sightings.remove(desired.owner().uid());
    }

    private Surroundings surroundings(DesiredEnvironment desired, Occasion occasion, Optional<String> pinned) {
        Sighting before = sightings.get(desired.owner().uid());
        if (before != null
                && before.occasion().equals(occasion)
                && before.at().plus(SELDOM).isAfter(time.instant())) {
            return before.surroundings();
        }
        Aws aws = accounts.of(desired.scope());
        Identity.Caller caller = aws.identity().caller();
        if (pinned.filter(account -> !account.equals(caller.accountId())).isPresent()) {
            // What another account lacks says nothing of this environment.
            return new Surroundings(caller, List.of(), List.of());
        }
        Surroundings seen = new Surroundings(
                caller, subnets(aws.subnets(), desired.network()), securityGroups(aws.subnets(), desired.network()));
        if (NetworkRules.problem(desired.network(), seen).isEmpty()) {
            sightings.put(desired.owner().uid(), new Sighting(seen, occasion, time.instant()));
        }
        return seen;
    }

    private static List<Subnet> subnets(Subnets ec2, EnvironmentNetwork network) {
        return (network.subnetSelector() == null
                        ? ec2.subnets(network.subnets())
                        : ec2.subnets(selection(network.subnetSelector(), network)))
                .stream().sorted(Comparator.comparing(Subnet::id)).toList();
    }

    private static List<SecurityGroup> securityGroups(Subnets ec2, EnvironmentNetwork network) {
        if (network.securityGroupSelector() == null && network.securityGroups().isEmpty()) {
            return List.of();
        }
        return (network.securityGroupSelector() == null
                        ? ec2.securityGroups(network.securityGroups())
                        : ec2.securityGroups(selection(network.securityGroupSelector(), network)))
                .stream().sorted(Comparator.comparing(SecurityGroup::id)).toList();
    }

    private static Selection selection(EnvironmentNetwork.TagSelector selector, EnvironmentNetwork network) {
        return new Selection(selector.matchTags(), Optional.ofNullable(network.vpcId()));
    }

    private record Sighting(Surroundings surroundings, Occasion occasion, Instant at) {}

    /** A new spec, or a person who asks for it, makes it look at everything. */
    private record Occasion(long generation, Optional<String> reconcileAt) {}
}
