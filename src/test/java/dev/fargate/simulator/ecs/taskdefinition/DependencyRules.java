package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which container waits for which.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */
final class DependencyRules {
    private DependencyRules() {}

    static void check(JsonNode containers, Set<String> names) {
        Map<String, JsonNode> byName = new HashMap<>();
        containers.forEach(container -> byName.put(container.path("name").asText(), container));
        for (JsonNode container : containers) {
            for (JsonNode dependency : container.path("dependsOn")) {
                String on = dependency.path("containerName").asText();
                if (!names.contains(on)) {
                    // The odd " + " is AWS's: https://github.com/dagster-io/dagster/issues/6926
                    throw AwsFault.client("Cannot depend on container + '" + on + "' because it does not exist");
                }
                checkCondition(byName.get(on), dependency.path("condition").asText());
            }
        }
        Set<String> done = new HashSet<>();
        for (String name : names) {
            follow(name, byName, new HashSet<>(), done);
        }
    }

    private static void checkCondition(JsonNode on, String condition) {
        boolean ends = condition.equals("SUCCESS") || condition.equals("COMPLETE");
        if (ends && on.path("essential").asBoolean(true)) {
            // https://github.com/boto/boto3/issues/2436
            throw AwsFault.client(
                    "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container");
        }
        if (condition.equals("HEALTHY") && !on.hasNonNull("healthCheck")) {
            throw AwsFault.client("A dependency container with HEALTHY condition must have health check configured");
        }
    }

    private static void follow(String name, Map<String, JsonNode> byName, Set<String> path, Set<String> done) {
        if (done.contains(name)) {
            return;
        }
        if (!path.add(name)) {
            // After AWS's "Container links should not have a cycle": https://github.com/Shippable/support/issues/4194
            throw AwsFault.client("Container dependencies should not have a cycle");
        }
        for (JsonNode dependency : byName.get(name).path("dependsOn")) {
            follow(dependency.path("containerName").asText(), byName, path, done);
        }
        path.remove(name);
        done.add(name);
    }
}
