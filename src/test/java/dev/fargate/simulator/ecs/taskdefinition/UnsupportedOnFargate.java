package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.wire.Request;
import java.util.List;
import java.util.Map;

/**
 * Parameters that tasks on Fargate cannot have.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-parameters
 */
final class UnsupportedOnFargate {
    // tmpfs is taken:
    // https://aws.amazon.com/about-aws/whats-new/2026/01/amazon-ecs-tmpfs-mounts-aws-fargate-managed-instances/
    private static final List<String> IN_LINUX = List.of("devices", "sharedMemorySize", "maxSwap", "swappiness");
    private static final List<String> IN_CONTAINER =
            List.of("links", "extraHosts", "dockerSecurityOptions", "credentialSpecs", "resourceRequirements");
    private static final Map<String, String> WITH_AWSVPC = Map.of(
            "hostname", "hostname is not supported on container when networkMode=awsvpc",
            "dnsServers", "DNS servers are not supported on container when networkMode=awsvpc",
            "dnsSearchDomains", "DNS search domains are not supported on container when networkMode=awsvpc",
            "disableNetworking", "Disable Networking is not supported on container when networkMode=awsvpc");

    private UnsupportedOnFargate() {}

    static void check(JsonNode body) {
        if (body.hasNonNull("ipcMode")) {
            throw unsupported("ipcMode");
        }
        if (body.hasNonNull("pidMode") && !body.path("pidMode").asText().equals("task")) {
            throw AwsFault.client("Fargate compatible task definitions only support the pidMode 'task'.");
        }
        if (!body.path("placementConstraints").isEmpty()) {
            throw unsupported("constraints");
        }
        if (!body.path("inferenceAccelerators").isEmpty()) {
            throw AwsFault.client("Unsupported field 'inferenceAccelerators'");
        }
        body.path("volumes").forEach(UnsupportedOnFargate::checkVolume);
        body.path("containerDefinitions").forEach(UnsupportedOnFargate::checkContainer);
    }

    private static void checkVolume(JsonNode volume) {
        if (volume.path("host").hasNonNull("sourcePath")) {
            throw unsupported("sourcePath");
        }
        for (String kind : List.of("dockerVolumeConfiguration", "fsxWindowsFileServerVolumeConfiguration")) {
            if (volume.hasNonNull(kind)) {
                throw unsupported(kind);
            }
        }
    }

    private static void checkContainer(JsonNode container) {
        if (container.path("privileged").asBoolean(false)) {
            throw AwsFault.client("Fargate requires that the 'privileged' setting be 'false'");
        }
        for (String setting : IN_CONTAINER) {
            if (!container.path(setting).isEmpty()) {
                throw unsupported(setting);
            }
        }
        WITH_AWSVPC.forEach((setting, words) -> {
            if (says(container.path(setting))) {
                throw AwsFault.client(words);
            }
        });
        JsonNode linux = container.path("linuxParameters");
        for (String setting : IN_LINUX) {
            JsonNode value = linux.path(setting);
            if (value.isNumber() || !value.isEmpty()) {
                throw unsupported(setting);
            }
        }
        for (String added : Request.texts(linux.path("capabilities").path("add"))) {
            if (!added.equals("SYS_PTRACE")) {
                throw AwsFault.client(added + " is not allowed on Fargate.");
            }
        }
    }

    private static boolean says(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() : value.isTextual() || !value.isEmpty();
    }

    private static AwsFault unsupported(String setting) {
        return AwsFault.client("Fargate compatible task definitions do not support " + setting + ".");
    }
}
