package dev.fargate.environment;

import dev.fargate.api.Cost;
import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.Drift;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentSpec;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.turn.Doubts;
import dev.fargate.turn.Tries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** The loop of FargateEnvironment. */
public final class EnvironmentRecipe implements Recipe<FargateEnvironment, FargateEnvironmentStatus> {
    private final EnvironmentEye eye;
    private final Doubts doubts;
    private final EnvironmentApplier applier;
    private final Workloads workloads;
    private final EnvironmentTurns turns;
    private final Settings settings;

    public EnvironmentRecipe(
            Aws.Accounts accounts, EnvironmentApplier applier, Workloads workloads, Tries tries, Settings settings) {
        this.eye = new EnvironmentEye(accounts, settings.time());
        this.doubts = new Doubts(settings.time());
        this.applier = applier;
        this.workloads = workloads;
        this.turns = new EnvironmentTurns(tries);
        this.settings = settings;
    }

    /**
     * What the loop is told from outside.
     *
     * @param clusterId names this operator's cluster in owner tags
     * @param interval how often an environment is looked at when nothing happens
     * @param sweep how often each service of a cluster, by its ARN, is compared with AWS at present, once that is known after a start
     * @param costs what the workloads of an environment, by its name, are estimated to cost together
     */
    public record Settings(
            String clusterId,
            Duration interval,
            Function<String, Optional<Duration>> sweep,
            Function<String, Optional<Cost>> costs,
            InstantSource time) {}

    @Override
    public Turn<FargateEnvironmentStatus> turn(
            FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
        String name = resource.getMetadata().getName();
        EnvironmentReport report = report(resource, workloads.naming(name).size());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(report.paused(), List.of()).again(settings.interval());
        }
        DesiredEnvironment desired = DesiredEnvironment.of(resource, settings.clusterId());
        try {
            EnvironmentView view = eye.look(desired, resource);
            Optional<Problem> moved = EnvironmentTurns.accountChanged(
                    resource, view.surroundings().caller().accountId());
            if (moved.isPresent()) {
                return turns.told(report, moved.get());
            }
            if (isDoubtful(desired, resource.getStatus(), view)) {
                eye.forget(desired);
                return Turn.quiet(Optional.of(Doubts.CONFIRMATION));
            }
            Memory memory = Memory.of(resource, desired, EnvironmentPlanner.there(view));
            return resource.getSpec().managementPolicy() == ManagementPolicy.Observe
                    ? observe(desired, view, memory, report)
                    : enforce(
                            ClusterDrift.of(desired, resource.getStatus(), memory, EnvironmentPlanner.there(view)),
                            desired,
                            view,
                            memory,
                            new Account(resource, report, journal));
        } catch (AwsException e) {
            return turns.failed(name, report, e);
        }
    }

    private Turn<FargateEnvironmentStatus> observe(
            DesiredEnvironment desired, EnvironmentView view, Memory memory, EnvironmentReport report) {
        return switch (EnvironmentPlanner.observed(desired, view, memory)) {
            case Resolution.Unresolved<Plan<EnvironmentStep>> unresolved -> turns.told(report, unresolved.problem());
            case Resolution.Resolved<Plan<EnvironmentStep>> resolved ->
                done(desired, report.observing(desired, view, resolved.desired()), new Plan<>(List.of()));
        };
    }

    private Turn<FargateEnvironmentStatus> enforce(
            ClusterDrift drift, DesiredEnvironment asked, EnvironmentView view, Memory memory, Account account) {
        DesiredEnvironment desired = drift.spared(asked);
        return switch (EnvironmentPlanner.plan(desired, view, memory)) {
            case Resolution.Unresolved<Plan<EnvironmentStep>> unresolved ->
                turns.told(account.report(), unresolved.problem());
            case Resolution.Resolved<Plan<EnvironmentStep>> resolved -> {
                Plan<EnvironmentStep> plan = takeoverFirst(resolved.desired());
                EnvironmentReport report = account.report().remembering(memory);
                // On record before the call, so that a deletion after a crash knows where to look.
                if (creates(plan)) {
                    account.journal()
                            .accept(report.remembering(memory.tagged(desired)).creating(desired, view));
                } else if (takesOver(plan)) {
                    account.journal().accept(report.adopting(desired, view));
                }
                yield apply(desired, view, plan, new Telling(report, memory, drift))
                        .telling(drift.news(desired, account.shown()).stream().toList());
            }
        };
    }

    private Turn<FargateEnvironmentStatus> apply(
            DesiredEnvironment desired, EnvironmentView view, Plan<EnvironmentStep> plan, Telling telling) {
        EnvironmentApplier.Outcome outcome = applier.apply(desired, plan);
        if (outcome.refused().isPresent()) {
            return turns.failed(
                    desired.owner().name(), telling.report(), outcome.refused().get());
        }
        if (outcome.later().isPresent()) {
            return Turn.quiet(
                    Optional.of(Duration.between(now(), outcome.later().get())));
        }
        if (takesOver(plan)) {
            // Somebody else may have taken it at the same moment: whose tags stand there is seen in the next turn.
            return done(desired, telling.report().adopting(desired, view), plan).again(Duration.ZERO);
        }
        Memory tagged = telling.memory().tagged(desired);
        if (creates(plan)) {
            // CreateCluster answers with a cluster of that name whoever made it: its tags decide, in the next turn.
            return done(desired, telling.report().remembering(tagged).creating(desired, view), plan)
                    .again(Duration.ZERO);
        }
        Cluster cluster = outcome.settled()
                .or(view::cluster)
                .orElseThrow(() -> new IllegalStateException("a plan without a cluster creates one"));
        EnvironmentReport report = telling.report().remembering(tagged.learning(desired.clusterToPut(), cluster));
        return EnvironmentPlanner.changing(cluster)
                .map(changing -> done(desired, report.problem(changing), plan).again(EnvironmentTurns.BUSY))
                .orElseGet(() -> done(
                        desired, telling.drift().on(report.ready(desired, view, cluster.clusterArn()), desired), plan));
    }

    private Turn<FargateEnvironmentStatus> done(
            DesiredEnvironment desired, FargateEnvironmentStatus status, Plan<EnvironmentStep> plan) {
        turns.tries().succeeded(desired.owner().name());
        return Turn.report(status, EnvironmentTurns.notices(plan)).again(settings.interval());
    }

    /** Whether something on record was not found, and not yet for long enough to believe it. */
    private boolean isDoubtful(DesiredEnvironment desired, FargateEnvironmentStatus known, EnvironmentView view) {
        if (known == null) {
            return false;
        }
        boolean clusterLost = known.clusterArn() != null && view.cluster().isEmpty();
        Set<String> seen = Stream.concat(
                        view.surroundings().subnets().stream().map(subnet -> subnet.id()),
                        view.surroundings().securityGroups().stream().map(group -> group.id()))
                .collect(Collectors.toSet());
        Set<String> networkLost = Stream.concat(
                        desired.network().subnetSelector() == null
                                ? Stream.of()
                                : known.subnets().stream().map(FargateEnvironmentStatus.Subnet::id),
                        desired.network().securityGroupSelector() == null
                                ? Stream.of()
                                : known.securityGroups().stream())
                .filter(id -> !seen.contains(id))
                .collect(Collectors.toSet());
        boolean cluster = doubts.open(clusterOf(desired), clusterLost ? Set.of(known.clusterArn()) : Set.of());
        boolean network = doubts.open(networkOf(desired), networkLost);
        return cluster || network;
    }

    @Override
    public Turn<FargateEnvironmentStatus> deletion(
            FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
        FargateEnvironmentSpec spec = resource.getSpec();
        List<String> users = workloads.naming(resource.getMetadata().getName());
        EnvironmentReport report = report(resource, users.size());
        if (spec.managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(report.pausedDeletion(), List.of()).again(settings.interval());
        }
        EnvironmentDeletion deletion = new EnvironmentDeletion(eye, doubts, applier, turns, settings);
        if (!users.isEmpty()) {
            return deletion.inUse(users, report);
        }
        boolean touches =
                spec.managementPolicy() != ManagementPolicy.Observe && spec.deletionPolicy() != DeletionPolicy.Retain;
        return touches ? deletion.towardsNothing(resource, report) : deletion.leaving(resource);
    }

    /** Nothing else is done to a cluster before it is ours. */
    private static Plan<EnvironmentStep> takeoverFirst(Plan<EnvironmentStep> plan) {
        return takesOver(plan) ? new Plan<>(plan.steps().subList(0, 1)) : plan;
    }

    private static boolean takesOver(Plan<EnvironmentStep> plan) {
        return plan.steps().stream().anyMatch(EnvironmentStep.AdoptCluster.class::isInstance);
    }

    private static boolean creates(Plan<EnvironmentStep> plan) {
        return plan.steps().stream().anyMatch(EnvironmentStep.CreateCluster.class::isInstance);
    }

    static String clusterOf(DesiredEnvironment desired) {
        return desired.owner().uid() + "/cluster";
    }

    static String networkOf(DesiredEnvironment desired) {
        return desired.owner().uid() + "/network";
    }

    private EnvironmentReport report(FargateEnvironment resource, int users) {
        String clusterArn = Optional.ofNullable(resource.getStatus())
                .map(FargateEnvironmentStatus::clusterArn)
                .orElse("");
        return new EnvironmentReport(
                resource,
                new EnvironmentReport.Use(
                        users,
                        settings.sweep().apply(clusterArn),
                        settings.costs().apply(resource.getMetadata().getName())),
                Memory.of(resource.getStatus()),
                now());
    }

    private Instant now() {
        return settings.time().instant();
    }

    /** Where a turn is accounted for. */
    private record Account(
            FargateEnvironment resource, EnvironmentReport report, Consumer<FargateEnvironmentStatus> journal) {
        List<Drift> shown() {
            return resource.getStatus() == null
                    ? List.of()
                    : resource.getStatus().drift();
        }
    }

    /** What is told, what was remembered when it began, and what somebody else changed. */
    private record Telling(EnvironmentReport report, Memory memory, ClusterDrift drift) {}
}
