package dev.fargate.service;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.WorkloadNetwork;
import dev.fargate.routing.Routing;
import dev.fargate.routing.Ways;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is made to bring requests to a service, and whether ECS takes it. Pure. */
final class ServiceWays {
    /** ECS API reference, AwsVpcConfiguration. */
    private static final int MOST_GROUPS = 5;

    private ServiceWays() {}

    static Resolution<Ways> of(
            FargateService resource,
            ResolvedEnvironment environment,
            Routing routing,
            Owner owner,
            Map<String, String> tags) {
        List<String> former = Optional.ofNullable(resource.getStatus())
                .map(FargateServiceStatus::tagKeys)
                .orElse(List.of());
        Resolution<Ways> ways = routing.of(
                resource.getSpec().loadBalancers(), new Routing.Whose(owner, environment.name(), tags, former));
        int groups = WorkloadNetwork.of(resource.getSpec().network(), environment)
                .awsvpcConfiguration()
                .securityGroups()
                .size();
        return ways instanceof Resolution.Resolved<Ways> resolved
                        && !resolved.desired().companions().isEmpty()
                        && groups >= MOST_GROUPS
                ? new Resolution.Unresolved<>(Problem.stalled(
                        "Invalid",
                        "network.securityGroups: with the one that is made for the service's load balancers there would be %d, and ECS takes %d. Name fewer in the service or its environment."
                                .formatted(groups + 1, MOST_GROUPS)))
                : ways;
    }
}
