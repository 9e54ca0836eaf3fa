package dev.fargate.api;

public record Volume(String name, EfsVolumeConfiguration efsVolumeConfiguration) {

    public record EfsVolumeConfiguration(
            String fileSystemId,
            String rootDirectory,
            Switch transitEncryption,
            Integer transitEncryptionPort,
            AuthorizationConfig authorizationConfig) {}

    public record AuthorizationConfig(String accessPointId, Switch iam) {}

    public enum Switch {
        ENABLED,
        DISABLED
    }
}
