package dev.fargate.environment;

import dev.fargate.aws.Owner;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.EnvironmentStep.AdoptCluster;
import dev.fargate.environment.EnvironmentStep.CreateCluster;
import dev.fargate.environment.EnvironmentStep.DeleteCluster;
import dev.fargate.environment.EnvironmentStep.TagCluster;
import dev.fargate.environment.EnvironmentStep.UntagCluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** Plans an environment's cluster. Pure. */
final class EnvironmentPlanner {
    private static final String ACTIVE = "ACTIVE";
    private static final String INACTIVE = "INACTIVE";
    private static final String ATTACHING = "UPDATE_IN_PROGRESS";

    private EnvironmentPlanner() {}

    /** What is to be done. */
    static Resolution<Plan<EnvironmentStep>> plan(DesiredEnvironment desired, EnvironmentView view, Memory memory) {
        return NetworkRules.problem(desired.network(), view.surroundings())
                .or(() -> somebodyElses(desired, view))
                .or(() -> there(view).flatMap(EnvironmentPlanner::changing))
                .<Resolution<Plan<EnvironmentStep>>>map(Resolution.Unresolved::new)
                .orElseGet(() -> new Resolution.Resolved<>(steps(desired, view, memory)));
    }

    /** What would be done if it were allowed: nothing to a cluster that would be left alone. */
    static Resolution<Plan<EnvironmentStep>> observed(DesiredEnvironment desired, EnvironmentView view, Memory memory) {
        return NetworkRules.problem(desired.network(), view.surroundings())
                .<Resolution<Plan<EnvironmentStep>>>map(Resolution.Unresolved::new)
                .orElseGet(() -> new Resolution.Resolved<>(
                        somebodyElses(desired, view).isPresent()
                                ? new Plan<>(List.of())
                                : steps(desired, view, memory)));
    }

    /** Deletes the cluster only if it carries our tags. */
    static Plan<EnvironmentStep> planDeletion(DesiredEnvironment desired, Optional<Cluster> cluster) {
        return new Plan<>(cluster.filter(EnvironmentPlanner::isThere)
                .filter(found -> desired.owner().owns(tags(found)))
                .<List<EnvironmentStep>>map(found -> List.of(new DeleteCluster(found.clusterArn())))
                .orElse(List.of()));
    }

    /** Whether ECS is at work on a cluster, which then takes no other change (API reference, Cluster). */
    static Optional<Problem> changing(Cluster cluster) {
        boolean attaching = ATTACHING.equals(cluster.attachmentsStatus());
        return ACTIVE.equals(cluster.status()) && !attaching
                ? Optional.empty()
                : Optional.of(Problem.waiting(
                        "ClusterChanging",
                        "Cluster %s is %s; it is looked at again."
                                .formatted(
                                        cluster.clusterArn(),
                                        attaching ? "attaching what it needs" : cluster.status())));
    }

    /** The cluster; a deleted one is still described for a while. */
    static Optional<Cluster> there(EnvironmentView view) {
        return view.cluster().filter(EnvironmentPlanner::isThere);
    }

    /** Why the cluster is not ours to change. */
    static Optional<Problem> somebodyElses(DesiredEnvironment desired, EnvironmentView view) {
        return there(view)
                .filter(cluster -> !desired.owner().owns(tags(cluster)))
                .filter(cluster -> Owner.anybodys(tags(cluster)) || !desired.adopts())
                .map(cluster -> Problem.stalled(
                        "NotOurs",
                        Owner.anybodys(tags(cluster))
                                ? ("Cluster %s carries the owner tags of another resource and is never taken over. Make an"
                                                + " environment with another spec.cluster.name, or set managementPolicy: Observe to run"
                                                + " workloads in it as it is; nothing was changed.")
                                        .formatted(cluster.clusterArn())
                                : ("Cluster %s exists and carries no owner tags. Set adoptionPolicy: IfExists to take it over, or"
                                                + " managementPolicy: Observe to run workloads in it as it is; nothing was changed.")
                                        .formatted(cluster.clusterArn())));
    }

    private static boolean isThere(Cluster cluster) {
        return !INACTIVE.equals(cluster.status());
    }

    private static Plan<EnvironmentStep> steps(DesiredEnvironment desired, EnvironmentView view, Memory memory) {
        return new Plan<>(there(view)
                .map(cluster -> changes(desired, cluster, memory))
                .orElseGet(
                        () -> List.of(new CreateCluster(ClusterRequests.creation(desired.cluster(), desired.tags())))));
    }

    private static List<EnvironmentStep> changes(DesiredEnvironment desired, Cluster cluster, Memory memory) {
        List<EnvironmentStep> steps = new ArrayList<>();
        Map<String, String> live = tags(cluster);
        Map<String, String> declared = new HashMap<>(desired.tags());
        if (!desired.owner().owns(live)) {
            steps.add(new AdoptCluster(cluster.clusterArn(), desired.owner().tags()));
            declared.keySet().removeAll(desired.owner().tags().keySet());
        }
        ClusterDifferences.capacity(desired.clusterToPut(), cluster).ifPresent(steps::add);
        ClusterDifferences.settings(desired.clusterToPut(), cluster, memory).ifPresent(steps::add);
        TagChange.between(live, declared, memory.tagKeys())
                .without(desired.tolerance().tagKeys())
                .apply(
                        put -> steps.add(new TagCluster(cluster.clusterArn(), put)),
                        remove -> steps.add(new UntagCluster(cluster.clusterArn(), remove)));
        return steps;
    }

    static Map<String, String> tags(Cluster cluster) {
        return SdkTags.map(cluster.tags());
    }
}
