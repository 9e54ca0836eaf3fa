package dev.fargate.taskdefinition;

import dev.fargate.api.Volume;
import dev.fargate.api.Volume.AuthorizationConfig;
import dev.fargate.api.Volume.EfsVolumeConfiguration;
import dev.fargate.api.Volume.Switch;
import software.amazon.awssdk.services.ecs.model.EFSAuthorizationConfig;
import software.amazon.awssdk.services.ecs.model.EFSVolumeConfiguration;

/** Volumes as ECS takes them. */
final class Volumes {
    private Volumes() {}

    static software.amazon.awssdk.services.ecs.model.Volume of(Volume volume) {
        return software.amazon.awssdk.services.ecs.model.Volume.builder()
                .name(volume.name())
                .efsVolumeConfiguration(efs(volume.efsVolumeConfiguration()))
                .build();
    }

    private static EFSVolumeConfiguration efs(EfsVolumeConfiguration efs) {
        return efs == null
                ? null
                : EFSVolumeConfiguration.builder()
                        .fileSystemId(efs.fileSystemId())
                        .rootDirectory(efs.rootDirectory())
                        .transitEncryption(name(efs.transitEncryption()))
                        .transitEncryptionPort(efs.transitEncryptionPort())
                        .authorizationConfig(authorization(efs.authorizationConfig()))
                        .build();
    }

    private static EFSAuthorizationConfig authorization(AuthorizationConfig config) {
        return config == null
                ? null
                : EFSAuthorizationConfig.builder()
                        .accessPointId(config.accessPointId())
                        .iam(name(config.iam()))
                        .build();
    }

    private static String name(Switch value) {
        return value == null ? null : value.name();
    }
}
