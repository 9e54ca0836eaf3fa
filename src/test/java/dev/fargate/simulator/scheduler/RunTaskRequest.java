package dev.fargate.simulator.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What Scheduler asks of ECS for a target: EcsParameters in ECS's own words. */
final class RunTaskRequest {
    /** As seen in {@code startedBy} of real tasks; AWS does not document it. All of it has 36 characters at most. */
    private static final String STARTED_BY = "chronos-schedule/";

    private static final int LONGEST_STARTED_BY = 36;

    private static final Map<String, String> SAME = Map.of(
            "TaskDefinitionArn", "taskDefinition",
            "TaskCount", "count",
            "LaunchType", "launchType",
            "PlatformVersion", "platformVersion",
            "Group", "group",
            "PropagateTags", "propagateTags",
            "ReferenceId", "referenceId",
            "CapacityProviderStrategy", "capacityProviderStrategy",
            "EnableECSManagedTags", "enableECSManagedTags",
            "EnableExecuteCommand", "enableExecuteCommand");

    private RunTaskRequest() {}

    static ObjectNode of(JsonNode target, String schedule, JsonNode overrides) {
        JsonNode task = target.path("EcsParameters");
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("cluster", target.path("Arn"));
        SAME.forEach((from, to) -> {
            if (task.hasNonNull(from)) {
                request.set(to, task.path(from));
            }
        });
        network(task.path("NetworkConfiguration").path("awsvpcConfiguration"), request);
        tags(task.path("Tags"), request);
        if (!overrides.isEmpty()) {
            request.set("overrides", overrides);
        }
        String startedBy = STARTED_BY + schedule;
        return request.put("startedBy", startedBy.substring(0, Math.min(LONGEST_STARTED_BY, startedBy.length())));
    }

    private static void network(JsonNode vpc, ObjectNode request) {
        if (!vpc.isMissingNode()) {
            ObjectNode configuration = request.putObject("networkConfiguration").putObject("awsvpcConfiguration");
            for (String member : List.of("AssignPublicIp", "SecurityGroups", "Subnets")) {
                if (vpc.hasNonNull(member)) {
                    configuration.set(Character.toLowerCase(member.charAt(0)) + member.substring(1), vpc.path(member));
                }
            }
        }
    }

    /** A list of maps in which one has a key and its value: so CDK and Terraform send it, and AWS does not document it. */
    private static void tags(JsonNode tags, ObjectNode request) {
        if (!tags.isEmpty()) {
            ArrayNode list = request.putArray("tags");
            tags.forEach(tag -> list.addObject()
                    .put("key", tag.path("key").asText())
                    .put("value", tag.path("value").asText()));
        }
    }
}
