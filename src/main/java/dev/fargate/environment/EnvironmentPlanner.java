package dev.fargate.environment;

import dev.fargate.aws.SdkTags;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterSetting;
import software.amazon.awssdk.services.ecs.model.ClusterSettingName;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.UpdateClusterRequest;

/** Plans an environment's cluster. Pure. */
final class EnvironmentPlanner {
    /** New clusters can use both; a service still says which it wants. */
    private static final List<String> PROVIDERS = List.of("FARGATE", "FARGATE_SPOT");

    private static final String ACTIVE = "ACTIVE";
    private static final String INACTIVE = "INACTIVE";

    private EnvironmentPlanner() {}

    static Resolution<Plan<EnvironmentStep>> plan(DesiredEnvironment desired, EnvironmentView view) {
        return problem(desired, view)
                .<Resolution<Plan<EnvironmentStep>>>map(Resolution.Unresolved::new)
                .orElseGet(() -> new Resolution.Resolved<>(new Plan<>(view.cluster()
                        .filter(EnvironmentPlanner::isThere)
                        .map(cluster -> changes(desired, cluster))
                        .orElseGet(() -> List.of(new EnvironmentStep.CreateCluster(creation(desired)))))));
    }

    /** Deletes the cluster only if it carries our tags. */
    static Plan<EnvironmentStep> planDeletion(DesiredEnvironment desired, Optional<Cluster> cluster) {
        return new Plan<>(cluster.filter(EnvironmentPlanner::isThere)
                .filter(found -> desired.owner().owns(tags(found)))
                .<List<EnvironmentStep>>map(found -> List.of(new EnvironmentStep.DeleteCluster(found.clusterArn())))
                .orElse(List.of()));
    }

    private static Optional<Problem> problem(DesiredEnvironment desired, EnvironmentView view) {
        List<String> vpcs = Stream.concat(
                        view.surroundings().subnets().stream().map(subnet -> subnet.vpcId()),
                        view.surroundings().securityGroups().stream().map(group -> group.vpcId()))
                .distinct()
                .toList();
        if (vpcs.size() > 1) {
            return Optional.of(Problem.stalled(
                    "Invalid",
                    "spec.network: subnets and security groups lie in different VPCs (%s). Name those of one VPC."
                            .formatted(String.join(", ", vpcs))));
        }
        Optional<Cluster> there = view.cluster().filter(EnvironmentPlanner::isThere);
        Optional<Problem> changing = there.filter(cluster -> !ACTIVE.equals(cluster.status()))
                .map(cluster -> Problem.waiting(
                        "ClusterChanging",
                        "Cluster %s is %s; it is looked at again.".formatted(cluster.clusterArn(), cluster.status())));
        return there.filter(cluster -> !desired.owner().owns(tags(cluster)))
                .map(cluster -> Problem.stalled(
                        "NotOurs",
                        ("Cluster %s exists and does not carry this environment's owner tags. Name another in spec.cluster.name;"
                                        + " nothing was changed.")
                                .formatted(cluster.clusterArn())))
                .or(() -> changing);
    }

    /** A cluster with capacity providers is also PROVISIONING, DEPROVISIONING or FAILED (API reference, Cluster). */
    private static boolean isThere(Cluster cluster) {
        return !INACTIVE.equals(cluster.status());
    }

    private static CreateClusterRequest creation(DesiredEnvironment desired) {
        CreateClusterRequest.Builder request = CreateClusterRequest.builder()
                .clusterName(desired.clusterName())
                .capacityProviders(PROVIDERS)
                .tags(SdkTags.list(desired.tags()));
        insights(desired).ifPresent(request::settings);
        return request.build();
    }

    private static List<EnvironmentStep> changes(DesiredEnvironment desired, Cluster cluster) {
        List<EnvironmentStep> steps = new ArrayList<>();
        insights(desired)
                .filter(wanted -> !wanted.value().equals(liveInsights(cluster)))
                .ifPresent(wanted -> steps.add(new EnvironmentStep.UpdateCluster(
                        UpdateClusterRequest.builder()
                                .cluster(cluster.clusterArn())
                                .settings(wanted)
                                .build(),
                        List.of(new Difference("cluster.containerInsights", wanted.value(), liveInsights(cluster))))));
        Map<String, String> live = tags(cluster);
        Map<String, String> missing = new TreeMap<>(desired.tags());
        missing.entrySet().removeIf(tag -> tag.getValue().equals(live.get(tag.getKey())));
        if (!missing.isEmpty()) {
            steps.add(new EnvironmentStep.TagCluster(cluster.clusterArn(), missing));
        }
        return steps;
    }

    private static Optional<ClusterSetting> insights(DesiredEnvironment desired) {
        return desired.insights().map(value -> ClusterSetting.builder()
                .name(ClusterSettingName.CONTAINER_INSIGHTS)
                .value(value.name())
                .build());
    }

    private static String liveInsights(Cluster cluster) {
        return cluster.settings().stream()
                .filter(setting ->
                        ClusterSettingName.CONTAINER_INSIGHTS.toString().equals(setting.nameAsString()))
                .map(ClusterSetting::value)
                .findFirst()
                .orElse("disabled");
    }

    static Map<String, String> tags(Cluster cluster) {
        return SdkTags.map(cluster.tags());
    }
}
