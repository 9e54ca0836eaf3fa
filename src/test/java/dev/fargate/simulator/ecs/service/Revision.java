package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.taskdefinition.TaskDefinition;
import java.util.List;

/**
 * A service revision: everything whose change is a deployment.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-revision.html
 *
 * @param id the digits that its ARN ends in
 * @param settings the members of {@link #MEMBERS} that are set, never changed once here
 */
record Revision(String id, TaskDefinition definition, ObjectNode settings) {
    /** What UpdateService takes and starts a deployment for; see the notes on each parameter in API_UpdateService. */
    static final List<String> MEMBERS = List.of(
            "platformVersion",
            "networkConfiguration",
            "loadBalancers",
            "serviceRegistries",
            "serviceConnectConfiguration",
            "volumeConfigurations",
            "vpcLatticeConfigurations",
            "capacityProviderStrategy",
            "launchType");

    JsonNode at(String member) {
        return settings.path(member);
    }

    /** The {@code awsvpcConfiguration}. */
    JsonNode network() {
        return settings.path("networkConfiguration").path("awsvpcConfiguration");
    }

    boolean balanced() {
        return !settings.path("loadBalancers").isEmpty();
    }
}
