package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What AWS adds to a task definition before it shows it again. */
final class Defaults {
    private static final List<String> LISTS_OF_TASK = List.of("volumes", "placementConstraints");
    private static final List<String> LISTS_OF_CONTAINER = List.of(
            "environment", "secrets", "mountPoints", "volumesFrom", "portMappings", "systemControls", "ulimits");

    private Defaults() {}

    /** Fills in; the request's own values stay. */
    static void fill(ObjectNode definition) {
        for (String size : List.of("cpu", "memory")) {
            if (definition.hasNonNull(size)) {
                String text = definition.path(size).asText();
                int units = size.equals("cpu") ? FargateSize.cpuUnits(text) : FargateSize.memoryMiB(text);
                definition.put(size, String.valueOf(units));
            }
        }
        LISTS_OF_TASK.forEach(list -> empty(definition, list));
        for (JsonNode volume : definition.path("volumes")) {
            fillVolume((ObjectNode) volume);
        }
        for (JsonNode container : definition.path("containerDefinitions")) {
            fillContainer((ObjectNode) container);
        }
    }

    private static void fillContainer(ObjectNode container) {
        unless(container, "cpu", 0);
        if (!container.hasNonNull("essential")) {
            container.put("essential", true);
        }
        LISTS_OF_CONTAINER.forEach(list -> empty(container, list));
        for (JsonNode mapping : container.path("portMappings")) {
            ObjectNode port = (ObjectNode) mapping;
            if (port.path("hostPort").asInt() == 0 && port.hasNonNull("containerPort")) {
                port.put("hostPort", port.path("containerPort").asInt());
            }
            unless(port, "protocol", "tcp");
        }
        if (container.path("logConfiguration") instanceof ObjectNode log) {
            empty(log, "secretOptions");
        }
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
        if (container.path("healthCheck") instanceof ObjectNode health) {
            unless(health, "interval", 30);
            unless(health, "timeout", 5);
            unless(health, "retries", 3);
        }
    }

    private static void fillVolume(ObjectNode volume) {
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
        if (volume.path("efsVolumeConfiguration") instanceof ObjectNode efs) {
            unless(efs, "rootDirectory", "/");
            unless(efs, "transitEncryption", "DISABLED");
            if (efs.path("authorizationConfig") instanceof ObjectNode authorization) {
                unless(authorization, "iam", "DISABLED");
            }
        }
    }

    private static void unless(ObjectNode in, String member, int value) {
        if (!in.hasNonNull(member)) {
            in.put(member, value);
        }
    }

    private static void unless(ObjectNode in, String member, String value) {
        if (!in.hasNonNull(member)) {
            in.put(member, value);
        }
    }

    private static void empty(ObjectNode in, String member) {
        if (!in.hasNonNull(member)) {
            in.putArray(member);
        }
    }
}
