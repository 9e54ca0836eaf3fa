package dev.fargate.aws.watch;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;

/** What of a service is worth telling its owner, in one number: times, events and the counts inside of deployments are not. */
final class Fingerprint {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private Fingerprint() {}

    static long of(Service service) {
        return mixed(
                service.serviceArn(),
                service.status(),
                service.taskDefinition(),
                service.desiredCount(),
                service.runningCount(),
                service.pendingCount(),
                service.launchTypeAsString(),
                unordered(service.capacityProviderStrategy()),
                service.platformVersion(),
                service.networkConfiguration(),
                service.deploymentConfiguration(),
                unordered(service.loadBalancers()),
                unordered(service.serviceRegistries()),
                service.healthCheckGracePeriodSeconds(),
                service.enableExecuteCommand(),
                service.enableECSManagedTags(),
                service.propagateTagsAsString(),
                service.availabilityZoneRebalancingAsString(),
                unordered(service.tags()),
                unordered(rollouts(service)));
    }

    private static List<Long> rollouts(Service service) {
        return service.deployments().stream().map(Fingerprint::rollout).toList();
    }

    private static long rollout(Deployment deployment) {
        return mixed(
                deployment.id(),
                deployment.status(),
                deployment.rolloutStateAsString(),
                deployment.taskDefinition(),
                deployment.failedTasks(),
                deployment.serviceConnectConfiguration());
    }

    /** AWS does not promise an order. */
    private static long unordered(Collection<?> items) {
        return items.stream().mapToLong(Fingerprint::mixed).sum();
    }

    private static long mixed(Object... parts) {
        long hash = 0;
        for (Object part : parts) {
            hash = (hash ^ Objects.hashCode(part)) * FACTOR;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
