package dev.fargate.environment;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.Tries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** The loop of FargateEnvironment. */
public final class EnvironmentRecipe implements Recipe<FargateEnvironment, FargateEnvironmentStatus> {
    private static final Duration BUSY = Duration.ofSeconds(10);
    /** Asks only the informer's cache, so it may be often. */
    private static final Duration IN_USE = Duration.ofSeconds(2);

    private static final int NAMES_SHOWN = 5;

    private final EnvironmentEye eye;
    private final EnvironmentApplier applier;
    private final Workloads workloads;
    private final Tries tries;
    private final Settings settings;

    public EnvironmentRecipe(
            Aws.Accounts accounts, EnvironmentApplier applier, Workloads workloads, Tries tries, Settings settings) {
        this.eye = new EnvironmentEye(accounts, settings.time());
        this.applier = applier;
        this.workloads = workloads;
        this.tries = tries;
        this.settings = settings;
    }

    /**
     * What the loop is told from outside.
     *
     * @param clusterId names this operator's cluster in owner tags
     * @param interval how often an environment is looked at when nothing happens
     * @param sweep how often each service is compared with AWS at present, once that is known after a start
     */
    public record Settings(
            String clusterId, Duration interval, Supplier<Optional<Duration>> sweep, InstantSource time) {}

    @Override
    public Turn<FargateEnvironmentStatus> turn(
            FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
        String name = resource.getMetadata().getName();
        DesiredEnvironment desired = DesiredEnvironment.of(resource, settings.clusterId());
        EnvironmentReport report = report(resource, workloads.naming(name).size());
        try {
            EnvironmentView view = eye.look(desired, resource);
            Optional<Problem> moved =
                    accountChanged(resource, view.surroundings().caller().accountId());
            if (moved.isPresent()) {
                return told(report, moved.get(), BUSY);
            }
            if (eye.missingTooShort(desired, isRecorded(resource), view.cluster())) {
                return Turn.quiet(Optional.of(EnvironmentEye.CONFIRMATION));
            }
            return switch (EnvironmentPlanner.plan(desired, view)) {
                case Resolution.Unresolved<Plan<EnvironmentStep>> unresolved ->
                    told(report, unresolved.problem(), BUSY);
                case Resolution.Resolved<Plan<EnvironmentStep>> resolved -> {
                    if (creates(resolved.desired())) {
                        // On record before the call, so that a deletion after a crash knows where to look.
                        journal.accept(report.creating(desired, view));
                    }
                    yield apply(desired, view, resolved.desired(), report);
                }
            };
        } catch (AwsException e) {
            return failed(name, report, e);
        }
    }

    private Turn<FargateEnvironmentStatus> apply(
            DesiredEnvironment desired, EnvironmentView view, Plan<EnvironmentStep> plan, EnvironmentReport report) {
        EnvironmentApplier.Outcome outcome = applier.apply(desired, plan);
        if (outcome.refused().isPresent()) {
            return failed(desired.owner().name(), report, outcome.refused().get());
        }
        if (outcome.later().isPresent()) {
            return Turn.quiet(
                    Optional.of(Duration.between(now(), outcome.later().get())));
        }
        tries.succeeded(desired.owner().name());
        if (creates(plan)) {
            // CreateCluster answers with a cluster of that name whoever made it: its tags decide, in the next turn.
            return Turn.report(report.creating(desired, view), notices(plan)).again(Duration.ZERO);
        }
        String clusterArn = outcome.created()
                .or(view::cluster)
                .map(Cluster::clusterArn)
                .orElseThrow(() -> new IllegalStateException("a plan without a cluster creates one"));
        return Turn.report(report.ready(desired, view, clusterArn), notices(plan))
                .again(settings.interval());
    }

    @Override
    public Turn<FargateEnvironmentStatus> deletion(
            FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
        String name = resource.getMetadata().getName();
        List<String> users = workloads.naming(name);
        EnvironmentReport report = report(resource, users.size());
        if (!users.isEmpty()) {
            Problem inUse = Problem.waiting(
                    "InUse",
                    "%d workloads still name this environment: %s%s. Delete them first: kubectl get fargate -A"
                            .formatted(
                                    users.size(),
                                    String.join(", ", users.subList(0, Math.min(NAMES_SHOWN, users.size()))),
                                    users.size() > NAMES_SHOWN ? ", …" : ""));
            return Turn.report(report.problem(inUse), List.of()).again(IN_USE);
        }
        if (resource.getStatus() == null || resource.getStatus().accountId() == null) {
            return Turn.finished(List.of());
        }
        DesiredEnvironment desired =
                DesiredEnvironment.of(resource, settings.clusterId()).recordedAt(resource.getStatus());
        try {
            // Another account does not have the cluster, which would look like the end of it.
            Optional<Problem> moved = accountChanged(resource, eye.account(desired));
            if (moved.isPresent()) {
                return told(report, moved.get(), BUSY);
            }
            Optional<Cluster> cluster = eye.cluster(desired);
            if (eye.missingTooShort(desired, true, cluster)) {
                return Turn.quiet(Optional.of(EnvironmentEye.CONFIRMATION));
            }
            Plan<EnvironmentStep> plan = EnvironmentPlanner.planDeletion(desired, cluster);
            EnvironmentApplier.Outcome outcome = applier.apply(desired, plan);
            if (outcome.refused().isPresent()) {
                return failed(name, report, outcome.refused().get());
            }
            return outcome.later()
                    .map(until -> Turn.<FargateEnvironmentStatus>quiet(Optional.of(Duration.between(now(), until))))
                    .orElseGet(() -> finished(desired, plan));
        } catch (AwsException e) {
            return failed(name, report, e);
        }
    }

    private Turn<FargateEnvironmentStatus> finished(DesiredEnvironment desired, Plan<EnvironmentStep> plan) {
        eye.forget(desired);
        tries.succeeded(desired.owner().name());
        return Turn.finished(notices(plan));
    }

    private static boolean creates(Plan<EnvironmentStep> plan) {
        return plan.steps().stream().anyMatch(EnvironmentStep.CreateCluster.class::isInstance);
    }

    private static boolean isRecorded(FargateEnvironment resource) {
        return resource.getStatus() != null && resource.getStatus().clusterArn() != null;
    }

    private Turn<FargateEnvironmentStatus> told(EnvironmentReport report, Problem problem, Duration again) {
        List<Notice> notices =
                problem.stalled() ? List.of(Notice.warning(problem.reason(), problem.message())) : List.of();
        return Turn.report(report.problem(problem), notices).again(problem.stalled() ? tries.stalled() : again);
    }

    private Turn<FargateEnvironmentStatus> failed(String name, EnvironmentReport report, AwsException error) {
        Problem problem = AwsProblems.of(error, "environment " + name);
        Duration delay = tries.failed(name);
        boolean brief = error.errorClass() == ErrorClass.THROTTLED || tries.count(name) < 2;
        return brief && !problem.stalled() ? Turn.quiet(Optional.of(delay)) : told(report, problem, delay);
    }

    private static Optional<Problem> accountChanged(FargateEnvironment resource, String account) {
        return Optional.ofNullable(resource.getStatus())
                .map(FargateEnvironmentStatus::accountId)
                .filter(pinned -> !pinned.equals(account))
                .map(pinned -> Problem.stalled(
                        "AccountChanged",
                        ("The credentials now reach account %s; this environment belongs to account %s. Give the operator its"
                                        + " former role, or make a new environment. Nothing was changed.")
                                .formatted(account, pinned)));
    }

    private static List<Notice> notices(Plan<EnvironmentStep> plan) {
        List<Notice> notices = new ArrayList<>();
        plan.steps()
                .forEach(step -> notices.add(Notice.normal(
                        switch (step) {
                            case EnvironmentStep.CreateCluster create -> "ClusterCreated";
                            case EnvironmentStep.UpdateCluster update -> "ClusterUpdated";
                            case EnvironmentStep.TagCluster tag -> "ClusterTagged";
                            case EnvironmentStep.DeleteCluster delete -> "ClusterDeleted";
                        },
                        step.change().toString())));
        return notices;
    }

    private EnvironmentReport report(FargateEnvironment resource, int users) {
        return new EnvironmentReport(
                resource, new EnvironmentReport.Use(users, settings.sweep().get()), now());
    }

    private Instant now() {
        return settings.time().instant();
    }
}
