package dev.fargate.profile;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Identity.Caller;
import dev.fargate.aws.Profiles;
import dev.fargate.aws.Profiles.Cluster;
import dev.fargate.aws.Profiles.Content;
import dev.fargate.aws.Profiles.Profile;
import dev.fargate.aws.Roles;
import dev.fargate.aws.Subnets;
import dev.fargate.aws.Subnets.Selection;
import dev.fargate.aws.Subnets.Subnet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Looks at a resource's profiles each time, and once in a while at what changes seldom. */
final class ProfileEye {
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private final Aws.Accounts accounts;
    private final InstantSource time;
    private final ClusterSurvey survey;
    private final ConcurrentMap<String, Sighting> sightings = new ConcurrentHashMap<>();

    ProfileEye(Aws.Accounts accounts, InstantSource time) {
        this.accounts = accounts;
        this.time = time;
        this.survey = new ClusterSurvey(time);
    }

    /** What is around a profile; nothing but the caller if that is not the account on record. */
    Surroundings around(DesiredProfile desired, Object occasion, Optional<String> pinned) {
        Sighting before = sightings.get(desired.owner().uid());
        if (before != null
                && before.occasion().equals(occasion)
                && before.at().plus(SELDOM).isAfter(time.instant())) {
            return before.surroundings();
        }
        Aws aws = accounts.of(desired.scope());
        Caller caller = aws.identity().caller();
        if (pinned.filter(account -> !account.equals(caller.accountId())).isPresent()) {
            return new Surroundings(caller, Optional.empty(), List.of(), Set.of());
        }
        Surroundings seen = seen(desired, aws, caller);
        if (GroundRules.problem(desired, seen).isEmpty()) {
            sightings.put(desired.owner().uid(), new Sighting(seen, occasion, time.instant()));
        }
        return seen;
    }

    private static Surroundings seen(DesiredProfile desired, Aws aws, Caller caller) {
        Optional<Cluster> cluster = aws.profiles().cluster(desired.cluster());
        if (cluster.isEmpty()) {
            return new Surroundings(caller, cluster, List.of(), Set.of());
        }
        String vpc = cluster.get().vpcId();
        List<Subnet> subnets = subnets(aws.subnets(), desired, vpc);
        List<String> ids = subnets.stream()
                .filter(subnet -> subnet.vpcId().equals(vpc))
                .map(Subnet::id)
                .toList();
        return new Surroundings(
                caller,
                cluster,
                subnets,
                ids.isEmpty() ? Set.of() : aws.internetRoutes().publicOf(vpc, ids));
    }

    private static List<Subnet> subnets(Subnets ec2, DesiredProfile desired, String vpc) {
        return (desired.spec().subnetSelector() == null
                        ? ec2.subnets(desired.spec().subnets())
                        : ec2.subnets(new Selection(
                                desired.spec().subnetSelector().matchTags(),
                                Optional.of(vpc).filter(id -> !id.isEmpty()))))
                .stream().sorted(Comparator.comparing(Subnet::id)).toList();
    }

    /** The profiles: those on record and those that carry our tags; that of the name unless another one is as it should be. */
    ProfileView look(DesiredProfile desired, Surroundings around, ProfileMemory memory) {
        List<Profile> others = survey(desired, around.caller());
        List<Profile> candidates = candidates(desired, memory, others);
        Content wanted = desired.content(around);
        boolean named = candidates.stream()
                .anyMatch(candidate -> candidate.name().equals(desired.name())
                        || candidate.content().equals(wanted));
        if (!named && !memory.names().contains(desired.name())) {
            eks(desired).describe(desired.cluster(), desired.name()).ifPresent(candidates::add);
        }
        return new ProfileView(
                around,
                candidates,
                others.stream()
                        .filter(other -> !desired.owner().owns(other.tags()))
                        .toList(),
                desired.managesRole() || memory.managedRole().isPresent() ? role(desired) : Optional.empty());
    }

    /** The same for a resource that is being deleted. */
    List<Profile> left(DesiredProfile desired, Caller caller, ProfileMemory memory) {
        return candidates(desired, memory, survey(desired, caller));
    }

    /** The role that we make for the pods, or one in its place. */
    Optional<PodRole> role(DesiredProfile desired) {
        Roles iam = accounts.of(desired.scope()).roles();
        return iam.describe(desired.roleName()).map(role -> new PodRole(role, iam.attached(desired.roleName())));
    }

    Caller caller(DesiredProfile desired) {
        return accounts.of(desired.scope()).identity().caller();
    }

    Optional<Cluster> cluster(DesiredProfile desired) {
        return eks(desired).cluster(desired.cluster());
    }

    Optional<Profile> profile(DesiredProfile desired, String name) {
        return eks(desired).describe(desired.cluster(), name);
    }

    private List<Profile> candidates(DesiredProfile desired, ProfileMemory memory, List<Profile> surveyed) {
        Set<String> names = new LinkedHashSet<>(memory.names());
        surveyed.stream()
                .filter(profile -> desired.owner().owns(profile.tags()))
                .forEach(profile -> names.add(profile.name()));
        List<Profile> candidates = new ArrayList<>();
        names.forEach(name -> profile(desired, name).ifPresent(candidates::add));
        return candidates;
    }

    private List<Profile> survey(DesiredProfile desired, Caller caller) {
        return survey.of(place(desired, caller), eks(desired));
    }

    static ClusterQueue.Cluster place(DesiredProfile desired, Caller caller) {
        return new ClusterQueue.Cluster(caller.accountId(), desired.scope().region(), desired.cluster());
    }

    private Profiles eks(DesiredProfile desired) {
        return accounts.of(desired.scope()).profiles();
    }

    /** What was seen is to be seen anew. */
    void forget(DesiredProfile desired) {
        sightings.remove(desired.owner().uid());
    }

    private record Sighting(Surroundings surroundings, Object occasion, Instant at) {}
}
