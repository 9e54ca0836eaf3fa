package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.regex.Pattern;

/**
 * Limits, kernel parameters and file systems in memory of one container.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html
 */
final class LinuxRules {
    private static final Pattern NAMESPACED = Pattern.compile(
            "net[.].+|fs[.]mqueue[.].+" + "|kernel[.](msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)");

    private LinuxRules() {}

    static void check(JsonNode container) {
        for (JsonNode ulimit : container.path("ulimits")) {
            if (ulimit.path("softLimit").asLong() > ulimit.path("hardLimit").asLong()) {
                // Our wording.
                throw AwsFault.client("Invalid 'ulimits' setting: the soft limit is greater than the hard limit.");
            }
        }
        for (JsonNode control : container.path("systemControls")) {
            String namespace = control.path("namespace").asText();
            if (!NAMESPACED.matcher(namespace).matches()) {
                // Our wording.
                throw AwsFault.client("Invalid 'systemControls' setting: " + namespace + " is not supported.");
            }
        }
        for (JsonNode mount : container.path("linuxParameters").path("tmpfs")) {
            if (mount.path("size").asInt() <= 0) {
                // https://github.com/aws/amazon-ecs-agent/issues/2226
                throw AwsFault.client("The container has an invalid tmpfs size value specified. It must be a non-zero,"
                        + " non-negative integer.");
            }
        }
    }
}
