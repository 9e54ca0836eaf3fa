package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The App Mesh proxy of a task. The wording is ours.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ProxyConfiguration.html
 */
final class ProxyRules {
    private static final List<String> REQUIRED = List.of("AppPorts", "ProxyIngressPort", "ProxyEgressPort");

    private ProxyRules() {}

    static void check(JsonNode proxy, Set<String> containers) {
        if (proxy.isMissingNode() || proxy.isNull()) {
            return;
        }
        if (!containers.contains(proxy.path("containerName").asText())) {
            throw AwsFault.client("Invalid 'proxyConfiguration' setting. Unknown container: '"
                    + proxy.path("containerName").asText() + "'");
        }
        Set<String> given = new HashSet<>();
        proxy.path("properties")
                .forEach(property -> given.add(property.path("name").asText()));
        if (!given.containsAll(REQUIRED) || !(given.contains("IgnoredUID") || given.contains("IgnoredGID"))) {
            throw AwsFault.client("Invalid 'proxyConfiguration' setting. A required property is missing.");
        }
    }
}
