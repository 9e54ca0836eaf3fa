package dev.fargate.environment;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.FargateEnvironmentStatus.DefaultNamespace;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Cluster;

/**
 * What the status remembers for the next turn, beside what it shows.
 *
 * @param namespace the ARN that AWS shows for a namespace that was put by name
 * @param tagKeys keys of the tags that the spec declared when they were last put
 */
record Memory(Optional<DefaultNamespace> namespace, List<String> tagKeys) {

    Memory {
        tagKeys = List.copyOf(tagKeys);
    }

    static Memory of(FargateEnvironmentStatus status) {
        return status == null
                ? new Memory(Optional.empty(), List.of())
                : new Memory(Optional.ofNullable(status.defaultNamespace()), status.tagKeys());
    }

    /** What is remembered, and what the first look at a cluster tells that we created for this generation of the spec. */
    static Memory of(FargateEnvironment resource, DesiredEnvironment desired, Optional<Cluster> found) {
        FargateEnvironmentStatus status = resource.getStatus();
        Memory memory = of(status);
        boolean justCreated = status != null
                && status.accountId() != null
                && status.clusterArn() == null
                && resource.getMetadata().getGeneration().equals(status.observedGeneration())
                && found.map(EnvironmentPlanner::tags)
                        .filter(desired.owner()::made)
                        .isPresent();
        return justCreated ? memory.learning(desired.cluster(), found.orElseThrow()) : memory;
    }

    /** A cluster that holds the declared namespace, however AWS shows it. */
    Memory learning(DesiredCluster desired, Cluster reply) {
        return new Memory(
                desired.namespace()
                        .flatMap(declared ->
                                ClusterDifferences.liveNamespace(reply).map(arn -> new DefaultNamespace(declared, arn)))
                        .or(() -> namespace),
                tagKeys);
    }

    Memory tagged(DesiredEnvironment desired) {
        return new Memory(namespace, desired.declaredTagKeys());
    }

    /** Whether a declared name or ARN is what the cluster has. */
    boolean isNamespace(String declared, Optional<String> live) {
        return live.filter(found -> found.equals(declared)
                        || namespace
                                .filter(new DefaultNamespace(declared, found)::equals)
                                .isPresent())
                .isPresent();
    }
}
