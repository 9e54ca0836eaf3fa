package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.AwsFault;
import java.util.HashSet;
import java.util.Set;

/**
 * Volumes and who mounts them.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
 */
final class VolumeRules {
    private VolumeRules() {}

    static void check(JsonNode body, Set<String> containers) {
        Set<String> volumes = new HashSet<>();
        for (JsonNode volume : body.path("volumes")) {
            if (!volumes.add(volume.path("name").asText())) {
                // Our wording.
                throw AwsFault.client("Volume names must be unique within a task definition.");
            }
            if (volume.hasNonNull("efsVolumeConfiguration")) {
                checkFileSystem(volume.path("efsVolumeConfiguration"));
            }
        }
        for (JsonNode container : body.path("containerDefinitions")) {
            for (JsonNode mount : container.path("mountPoints")) {
                String volume = mount.path("sourceVolume").asText();
                if (!volumes.contains(volume)) {
                    throw AwsFault.client("Unknown volume '" + volume + "'.");
                }
            }
            for (JsonNode from : container.path("volumesFrom")) {
                String source = from.path("sourceContainer").asText();
                if (!containers.contains(source)) {
                    throw AwsFault.client("Invalid 'volumesFrom' setting. Unknown container: '" + source + "'");
                }
            }
        }
    }

    private static void checkFileSystem(JsonNode efs) {
        boolean encrypted = efs.path("transitEncryption").asText("DISABLED").equals("ENABLED");
        JsonNode authorization = efs.path("authorizationConfig");
        String root = efs.path("rootDirectory").asText("/");
        if (authorization.hasNonNull("accessPointId")) {
            if (!root.isEmpty() && !root.equals("/")) {
                // https://github.com/aws/aws-cdk/issues/10683
                throw AwsFault.client("When using an EFS access point, the root directory must either be set to \"/\""
                        + " or be omitted.");
            }
            if (!encrypted) {
                // Our wording; the rule is in
                // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html
                throw AwsFault.client("EFS access point requires TransitEncryption to be enabled");
            }
        }
        if (authorization.path("iam").asText("DISABLED").equals("ENABLED") && !encrypted) {
            throw AwsFault.client("EFS IAM authorization requires TransitEncryption to be enabled");
        }
        if (efs.hasNonNull("transitEncryptionPort") && !encrypted) {
            throw AwsFault.client("TransitEncryptionPort requires that TransitEncryption is enabled");
        }
    }
}
