package dev.fargate.environment;

import dev.fargate.api.Drift;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Notice;
import dev.fargate.environment.EnvironmentStep.PutCapacityProviders;
import dev.fargate.environment.EnvironmentStep.UpdateCluster;
import dev.fargate.turn.KnownDrift;
import dev.fargate.turn.PlannedChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** What of a cluster differs from what the spec asks, and stays so, with driftPolicy Report. Pure. */
record ClusterDrift(List<Difference> differences) {
    private static final ClusterDrift NONE = new ClusterDrift(List.of());

    static ClusterDrift of(
            DesiredEnvironment desired, FargateEnvironmentStatus status, Memory memory, Optional<Cluster> live) {
        return live.filter(_ -> desired.tolerance().reports() && status != null)
                .filter(cluster -> desired.owner().owns(EnvironmentPlanner.tags(cluster)))
                .map(cluster -> new ClusterDrift(drifted(
                        between(desired, memory, cluster),
                        KnownDrift.of(desired.settingsHash(), status.applied(), status.drift()))))
                .orElse(NONE);
    }

    /** A setting is put as a whole: if one part of it is an edit, no other part can stay. */
    private static List<Difference> drifted(List<Difference> differences, KnownDrift known) {
        Set<String> edited = differences.stream()
                .filter(difference -> !known.isDrift(difference))
                .map(ClusterDrift::setting)
                .collect(Collectors.toSet());
        return differences.stream()
                .filter(difference -> !edited.contains(setting(difference)))
                .toList();
    }

    private static List<Difference> between(DesiredEnvironment desired, Memory memory, Cluster live) {
        DesiredCluster cluster = desired.clusterToPut();
        Map<String, String> tags = EnvironmentPlanner.tags(live);
        return Stream.of(
                        ClusterDifferences.capacity(cluster, live).map(PutCapacityProviders::differences).stream()
                                .flatMap(List::stream),
                        ClusterDifferences.settings(cluster, live, memory).map(UpdateCluster::differences).stream()
                                .flatMap(List::stream),
                        KnownDrift.ofTags(
                                tags,
                                TagChange.between(tags, desired.tags(), memory.tagKeys())
                                        .without(desired.tolerance().tagKeys())))
                .flatMap(all -> all)
                .toList();
    }

    /** As ignoreFields names it: {@code cluster.configuration.executeCommandConfiguration.logging} is part of {@code cluster/configuration}. */
    private static String setting(Difference difference) {
        String[] parts = difference.path().split("\\.", 3);
        return parts[0].equals("cluster") ? parts[0] + "/" + parts[1] : difference.path();
    }

    DesiredEnvironment spared(DesiredEnvironment desired) {
        return desired.tolerating(desired.tolerance()
                .staying(differences.stream().map(ClusterDrift::setting).collect(Collectors.toSet())));
    }

    /** The status of an environment whose cluster was given all else. */
    FargateEnvironmentStatus on(FargateEnvironmentStatus status, DesiredEnvironment desired) {
        return desired.tolerance().reports()
                ? status.with(PlannedChanges.drift(differences), desired.settingsHash())
                : status;
    }

    Optional<Notice> news(DesiredEnvironment desired, List<Drift> before) {
        return KnownDrift.news("cluster " + desired.cluster().name(), differences, before);
    }
}
