package dev.fargate.environment;

import dev.fargate.api.Access;
import dev.fargate.api.CapacityProviderStrategyItem;
import dev.fargate.api.FargateEnvironmentSpec;
import dev.fargate.api.Network;
import dev.fargate.api.Place;
import dev.fargate.api.WorkloadDefaults;
import dev.fargate.aws.AwsScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment that workloads can run in: its cluster exists and its network was seen.
 *
 * @param network the environment's subnets and groups, for workloads that name none
 * @param defaultCapacityProviderStrategy of services that name none; none: launch type FARGATE
 */
public record ResolvedEnvironment(
        String name,
        AwsScope scope,
        String accountId,
        String clusterArn,
        Network network,
        WorkloadDefaults defaults,
        Access access,
        Map<String, String> tags,
        List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,
        Edition edition) {

    private static final int MAX_CONCURRENT = 10;
    private static final int MAX_FAILURES = 3;

    public ResolvedEnvironment {
        tags = Map.copyOf(tags);
        defaultCapacityProviderStrategy = List.copyOf(defaultCapacityProviderStrategy);
    }

    /**
     * One state of the environment, and how it reaches the workloads that were made with another.
     *
     * @param hash its resolvedHash
     */
    public record Edition(String hash, int maxConcurrent, int maxFailures) {}

    static Edition edition(FargateEnvironmentSpec spec, String hash) {
        Optional<FargateEnvironmentSpec.Rollout> rollout = Optional.ofNullable(spec.rollout());
        return new Edition(
                hash,
                rollout.map(FargateEnvironmentSpec.Rollout::maxConcurrent).orElse(MAX_CONCURRENT),
                rollout.map(FargateEnvironmentSpec.Rollout::maxFailures).orElse(MAX_FAILURES));
    }

    /** Where a workload of this environment is; cleanup uses what a status recorded of it. */
    public Place place() {
        return new Place(accountId, scope.region(), clusterArn, scope.roleArn().orElse(null));
    }

    /** What stands for all revisions of a family: their ARN without the revision. */
    public String familyArn(String family) {
        return clusterArn.substring(0, clusterArn.indexOf(":cluster/")) + ":task-definition/" + family;
    }

    public String serviceArn(String service) {
        return clusterArn.replaceFirst(":cluster/", ":service/") + "/" + service;
    }

    static WorkloadDefaults defaults(FargateEnvironmentSpec spec) {
        return spec.defaults() == null ? new WorkloadDefaults(null, null, null, null, null, null) : spec.defaults();
    }

    static Access access(FargateEnvironmentSpec spec) {
        return spec.access() == null
                ? new Access(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                : spec.access();
    }
}
