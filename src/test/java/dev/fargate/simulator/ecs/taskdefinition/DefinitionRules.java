package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.EcsCall;
import dev.fargate.simulator.ecs.Surroundings;
import dev.fargate.simulator.ecs.wire.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What AWS looks at when a task definition is registered, from the outside in. */
final class DefinitionRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final int MOST_CONTAINERS = 10;
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html
    private static final int LEAST_STORAGE_GIB = 21;
    private static final int MOST_STORAGE_GIB = 200;

    private final Surroundings around;

    DefinitionRules(Surroundings around) {
        this.around = around;
    }

    void check(EcsCall call) {
        JsonNode body = call.body();
        if (!NAME.matcher(body.path("family").asText()).matches()) {
            throw AwsFault.client("Family contains invalid characters.");
        }
        JsonNode containers = body.path("containerDefinitions");
        checkList(containers);
        boolean fargate = isFargate(body);
        if (fargate) {
            checkTask(body);
            UnsupportedOnFargate.check(body);
        }
        Set<String> names = names(containers);
        for (JsonNode container : containers) {
            ContainerRules.check(container);
            LinuxRules.check(container);
        }
        PortRules.check(containers);
        DependencyRules.check(containers, names);
        VolumeRules.check(body, names);
        ProxyRules.check(body.path("proxyConfiguration"), names);
        LogRules.check(body, fargate);
        if (fargate) {
            SizeRules.check(body);
        }
        for (String role : List.of("taskRoleArn", "executionRoleArn")) {
            checkRole(call, body.path(role).asText());
        }
    }

    static boolean isFargate(JsonNode body) {
        return Request.texts(body.path("requiresCompatibilities")).contains("FARGATE");
    }

    private static void checkList(JsonNode containers) {
        if (containers.isEmpty()) {
            throw AwsFault.client("Container list cannot be empty.");
        }
        if (containers.size() > MOST_CONTAINERS) {
            throw AwsFault.client("Too many containers.");
        }
        for (JsonNode container : containers) {
            if (container.path("name").asText("").isEmpty()) {
                throw AwsFault.client("Container.name should not be null or empty.");
            }
            if (container.path("image").asText("").isEmpty()) {
                throw AwsFault.client("Container.image should not be null or empty.");
            }
            if (!NAME.matcher(container.path("name").asText()).matches()) {
                throw AwsFault.client("Container.name contains invalid characters.");
            }
        }
        boolean essential = false;
        for (JsonNode container : containers) {
            essential |= container.path("essential").asBoolean(true);
        }
        if (!essential) {
            throw AwsFault.client("Task definition doesn't have any essential container.");
        }
    }

    private static Set<String> names(JsonNode containers) {
        Set<String> names = new HashSet<>();
        for (JsonNode container : containers) {
            if (!names.add(container.path("name").asText())) {
                throw AwsFault.client("Container names must be unique within a task definition.");
            }
        }
        return names;
    }

    private static void checkTask(JsonNode body) {
        if (!body.path("networkMode").asText().equals("awsvpc")) {
            // The curly quotation marks are AWS's: https://github.com/aws/amazon-ecs-cli/issues/1145
            throw AwsFault.client("Fargate only supports network mode ‘awsvpc’.");
        }
        for (String setting : List.of("cpu", "memory")) {
            if (body.path(setting).asText("").isEmpty()) {
                throw AwsFault.client("Fargate requires that '" + setting + "' be defined at the task level.");
            }
        }
        FargateSize.check(
                FargateSize.cpuUnits(body.path("cpu").asText()),
                FargateSize.memoryMiB(body.path("memory").asText()));
        if (body.hasNonNull("ephemeralStorage")) {
            int size = body.path("ephemeralStorage").path("sizeInGiB").asInt();
            if (size < LEAST_STORAGE_GIB || size > MOST_STORAGE_GIB) {
                // Our wording.
                throw AwsFault.client("Invalid setting for 'ephemeralStorage': sizeInGiB must be between 21 and 200.");
            }
        }
    }

    private void checkRole(EcsCall call, String role) {
        // https://repost.aws/knowledge-center/ecs-unable-to-assume-role: a role that is not there is refused at once.
        if (role.startsWith("arn:") && !around.roleExists(call, role)) {
            throw AwsFault.client("Role is not valid");
        }
    }
}
