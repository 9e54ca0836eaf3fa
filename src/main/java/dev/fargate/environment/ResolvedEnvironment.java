package dev.fargate.environment;

import dev.fargate.api.CapacityProviderStrategyItem;
import dev.fargate.api.FargateEnvironmentSpec;
import dev.fargate.api.FargateEnvironmentSpec.Access;
import dev.fargate.api.FargateEnvironmentSpec.Defaults;
import dev.fargate.api.Network;
import dev.fargate.api.Place;
import dev.fargate.aws.AwsScope;
import java.util.List;
import java.util.Map;

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
        Defaults defaults,
        Access access,
        Map<String, String> tags,
        List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy) {

    public ResolvedEnvironment {
        tags = Map.copyOf(tags);
        defaultCapacityProviderStrategy = List.copyOf(defaultCapacityProviderStrategy);
    }

    /** Where a workload of this environment is; cleanup uses what a status recorded of it. */
    public Place place() {
        return new Place(accountId, scope.region(), clusterArn, scope.roleArn().orElse(null));
    }

    /** What stands for all revisions of a family: their ARN without the revision. */
    public String familyArn(String family) {
        return clusterArn.substring(0, clusterArn.indexOf(":cluster/")) + ":task-definition/" + family;
    }

    static Defaults defaults(FargateEnvironmentSpec spec) {
        return spec.defaults() == null ? new Defaults(null, null, null, null, null, null) : spec.defaults();
    }

    static Access access(FargateEnvironmentSpec spec) {
        return spec.access() == null
                ? new Access(null, null, null, null, null, null, null, null, null, null, null, null, null)
                : spec.access();
    }
}
