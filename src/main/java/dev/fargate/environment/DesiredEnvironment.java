package dev.fargate.environment;

import dev.fargate.api.AdoptionPolicy;
import dev.fargate.api.EnvironmentNetwork;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentSpec;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ContentHash;
import dev.fargate.aws.Digest;
import dev.fargate.aws.Owner;
import dev.fargate.turn.Tolerance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An environment as it should be.
 *
 * @param tags of the cluster: the declared ones and the owner's
 * @param adopts whether a cluster that nobody owns is taken over
 * @param tolerance what of a cluster that is there stays
 */
record DesiredEnvironment(
        Owner owner,
        AwsScope scope,
        DesiredCluster cluster,
        EnvironmentNetwork network,
        Map<String, String> tags,
        boolean adopts,
        Tolerance tolerance) {

    static DesiredEnvironment of(FargateEnvironment resource, String clusterId) {
        FargateEnvironmentSpec spec = resource.getSpec();
        String name = resource.getMetadata().getName();
        Owner owner = Ownership.owner(resource, clusterId);
        Map<String, String> tags = new HashMap<>(spec.tags());
        tags.putAll(owner.tags());
        return new DesiredEnvironment(
                owner,
                Environments.scope(name, spec),
                DesiredCluster.of(name, Optional.ofNullable(spec.cluster())),
                spec.network(),
                Map.copyOf(tags),
                spec.adoptionPolicy() == AdoptionPolicy.IfExists,
                Tolerance.of(spec.driftPolicy(), spec.ignoreFields()));
    }

    /** The same, reached in the region and with the role that were recorded when the cluster was made. */
    DesiredEnvironment recordedAt(FargateEnvironmentStatus status) {
        return new DesiredEnvironment(
                owner,
                new AwsScope(owner.name(), status.region(), Optional.ofNullable(status.roleArn()), scope.session()),
                cluster,
                network,
                tags,
                adopts,
                tolerance);
    }

    /** The same, with more of a cluster that stays. */
    DesiredEnvironment tolerating(Tolerance other) {
        return new DesiredEnvironment(owner, scope, cluster, network, tags, adopts, other);
    }

    /** What a cluster that is there is to be given. */
    DesiredCluster clusterToPut() {
        return cluster.sparing(tolerance);
    }

    /** Names all settings of the cluster: what differs from them after they were put is drift. */
    String settingsHash() {
        return Digest.token(ContentHash.of(ClusterRequests.creation(cluster, tags)) + new TreeMap<>(tags));
    }

    /** Keys of the tags that the spec declares, in order. */
    List<String> declaredTagKeys() {
        return Owner.declaredKeys(tags);
    }
}
