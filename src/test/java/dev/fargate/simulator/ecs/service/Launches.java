package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fargate.simulator.ecs.task.CapacityStrategy;
import dev.fargate.simulator.ecs.task.Launch;
import dev.fargate.simulator.ecs.wire.Tags;
import java.util.Optional;

/** What a service's next task is started with. */
final class Launches {
    private Launches() {}

    static Launch of(Service service, Deployment deployment) {
        Optional<String> provider =
                CapacityStrategy.next(deployment.revision.at("capacityProviderStrategy"), name -> (int) deployment
                        .wanted()
                        .filter(task -> task.launch().provider().equals(Optional.of(name)))
                        .count());
        return new Launch(
                service.realm,
                service.cluster,
                deployment.revision.definition(),
                "service:" + service.name,
                Optional.of(deployment.id),
                deployment.revision.network(),
                provider,
                JsonNodeFactory.instance.objectNode(),
                service.conduct.path("enableExecuteCommand").asBoolean(false),
                tags(service, deployment));
    }

    /** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html */
    private static Tags tags(Service service, Deployment deployment) {
        Tags tags = new Tags();
        switch (service.conduct.path("propagateTags").asText()) {
            case "SERVICE" -> tags.putAll(service.tags);
            case "TASK_DEFINITION" ->
                tags.putAll(deployment.revision.definition().tags());
            default -> {}
        }
        if (service.conduct.path("enableECSManagedTags").asBoolean(false)) {
            tags.putManaged("aws:ecs:clusterName", service.cluster);
            tags.putManaged("aws:ecs:serviceName", service.name);
        }
        return tags;
    }
}
