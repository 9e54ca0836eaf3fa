package dev.fargate.environment;

import dev.fargate.api.Api;
import dev.fargate.api.Cost;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.FargateEnvironmentStatus.Subnet;
import dev.fargate.api.PlannedChange;
import dev.fargate.api.ProblemReport;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.turn.PlannedChanges;
import dev.fargate.turn.ProblemReports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** Tells the truth about an environment. Pure. */
final class EnvironmentReport {
    private final FargateEnvironment resource;
    private final FargateEnvironmentStatus before;
    private final Use use;
    private final Memory memory;
    private final Instant now;

    EnvironmentReport(FargateEnvironment resource, Use use, Memory memory, Instant now) {
        this.resource = resource;
        this.before = resource.getStatus() == null ? nothing() : resource.getStatus();
        this.use = use;
        this.memory = memory;
        this.now = now;
    }

    /** The same with another memory for the next turn. */
    EnvironmentReport remembering(Memory newer) {
        return new EnvironmentReport(resource, use, newer, now);
    }

    /** AWS holds what the spec asks for. */
    FargateEnvironmentStatus ready(DesiredEnvironment desired, EnvironmentView view, String clusterArn) {
        Conditions ready = conditions()
                .ready(
                        "Ready",
                        "Cluster %s and its network are there."
                                .formatted(desired.cluster().name()));
        return seen(ready, desired, view.surroundings(), clusterArn, List.of());
    }

    /** The cluster is about to be created. */
    FargateEnvironmentStatus creating(DesiredEnvironment desired, EnvironmentView view) {
        Conditions creating = conditions()
                .reconciling(
                        "Creating",
                        "Creating cluster %s.".formatted(desired.cluster().name()));
        return seen(creating, desired, view.surroundings(), before.clusterArn(), List.of());
    }

    /** A cluster that is there is being taken over. */
    FargateEnvironmentStatus adopting(DesiredEnvironment desired, EnvironmentView view) {
        Conditions adopting = conditions()
                .reconciling(
                        "Adopting",
                        "Taking over cluster %s.".formatted(desired.cluster().name()));
        return seen(adopting, desired, view.surroundings(), before.clusterArn(), List.of());
    }

    /** What would be done, and nothing is. */
    FargateEnvironmentStatus observing(
            DesiredEnvironment desired, EnvironmentView view, Plan<EnvironmentStep> plan, ClusterDrift drift) {
        boolean foreign = EnvironmentPlanner.somebodyElses(desired, view).isPresent();
        Conditions observing = foreign
                ? conditions()
                        .ready(
                                "Observing",
                                "Cluster %s is somebody else's. managementPolicy is Observe: it is used as it is."
                                        .formatted(desired.cluster().name()))
                : conditions().observing(plan, !drift.differences().isEmpty());
        FargateEnvironmentStatus seen = seen(
                observing,
                desired,
                view.surroundings(),
                EnvironmentPlanner.there(view).map(Cluster::clusterArn).orElse(null),
                PlannedChanges.of(plan));
        return drift.observedOn(seen, desired, before.applied());
    }

    /** Nothing was looked at. */
    FargateEnvironmentStatus paused() {
        return known(conditions().paused());
    }

    /** Nothing was looked at, and the deletion waits. */
    FargateEnvironmentStatus pausedDeletion() {
        return known(conditions().pausedDeletion());
    }

    /** It does not get on; what was known stays. */
    FargateEnvironmentStatus problem(Problem problem) {
        return known(conditions().of(problem));
    }

    private FargateEnvironmentStatus seen(
            Conditions conditions,
            DesiredEnvironment desired,
            EnvironmentView.Surroundings around,
            String clusterArn,
            List<PlannedChange> plan) {
        List<Subnet> subnets = around.subnets().stream()
                .map(subnet -> new Subnet(subnet.id(), subnet.availabilityZone()))
                .toList();
        List<String> groups =
                around.securityGroups().stream().map(group -> group.id()).toList();
        return new FargateEnvironmentStatus(
                generation(),
                conditions.toList(),
                problem(conditions),
                around.caller().accountId(),
                desired.scope().region(),
                desired.scope().roleArn().orElse(null),
                clusterArn,
                around.subnets().isEmpty() ? null : around.subnets().getFirst().vpcId(),
                subnets,
                groups,
                before.eventFeed(),
                plan,
                List.of(),
                null,
                use.workloads(),
                sweepSeconds(),
                use.cost().orElse(null),
                clusterArn == null
                        ? null
                        : ResolvedHash.of(
                                new ResolvedHash.Seen(around.caller().accountId(), clusterArn, generation()),
                                desired.network(),
                                subnets.stream().map(Subnet::id).toList(),
                                groups),
                annotation(),
                memory.tagKeys(),
                memory.namespace().orElse(null),
                before.reachability());
    }

    private FargateEnvironmentStatus known(Conditions conditions) {
        return new FargateEnvironmentStatus(
                generation(),
                conditions.toList(),
                problem(conditions),
                before.accountId(),
                before.region(),
                before.roleArn(),
                before.clusterArn(),
                before.vpcId(),
                before.subnets(),
                before.securityGroups(),
                before.eventFeed(),
                List.of(),
                before.drift(),
                before.applied(),
                use.workloads(),
                sweepSeconds(),
                use.cost().orElse(null),
                before.resolvedHash(),
                annotation(),
                memory.tagKeys(),
                memory.namespace().orElse(null),
                before.reachability());
    }

    /** A restart changes nothing about an environment: until it is known anew, it is what it was. */
    private Integer sweepSeconds() {
        return use.sweep().map(sweep -> Math.toIntExact(sweep.toSeconds())).orElse(before.sweepSeconds());
    }

    private ProblemReport problem(Conditions conditions) {
        return ProblemReports.stalled(conditions.toList(), before, now).orElse(null);
    }

    private Conditions conditions() {
        return new Conditions(before.conditions(), generation(), now);
    }

    private Long generation() {
        return resource.getMetadata().getGeneration();
    }

    private String annotation() {
        return Api.annotation(resource, Api.RECONCILE_AT).orElse(null);
    }

    private static FargateEnvironmentStatus nothing() {
        return new FargateEnvironmentStatus(
                null, List.of(), null, null, null, null, null, null, List.of(), List.of(), null, List.of(), List.of(),
                null, null, null, null, null, null, List.of(), null, null);
    }

    /**
     * What the environment is used for.
     *
     * @param workloads how many name it
     * @param sweep how often each of them is compared with AWS, if that is known
     * @param cost of all of them, as far as they have an estimate
     */
    record Use(int workloads, Optional<Duration> sweep, Optional<Cost> cost) {}
}
