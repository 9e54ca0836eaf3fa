package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Storage that containers of a task mount. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Volume(
        @JsonPropertyDescription("What sourceVolume of a mount point names: 1 to 255 letters, digits, _ and -.")
        @Required
        @Size(max = 255)
        @Pattern(Formats.NAME)
        String name,

        @JsonPropertyDescription(
                "An EFS file system. Absent: default an empty directory in the task's ephemeral storage.")
        EfsVolumeConfiguration efsVolumeConfiguration) {

    /** An EFS file system, mounted by Fargate over NFS. */
    @ValidationRule(
            value = "!has(self.authorizationConfig) || !has(self.authorizationConfig.accessPointId)"
                    + " || !has(self.rootDirectory) || self.rootDirectory == '/'",
            message = "an access point brings its own directory: leave rootDirectory out or set it to /")
    @ValidationRule(
            value = "!has(self.authorizationConfig) || (!has(self.authorizationConfig.accessPointId)"
                    + " && !(has(self.authorizationConfig.iam) && self.authorizationConfig.iam == 'ENABLED'))"
                    + " || (has(self.transitEncryption) && self.transitEncryption == 'ENABLED')",
            message = "an access point and IAM authorization work over TLS only: set transitEncryption: ENABLED")
    @ValidationRule(
            value = "!has(self.transitEncryptionPort)"
                    + " || (has(self.transitEncryption) && self.transitEncryption == 'ENABLED')",
            message =
                    "transitEncryptionPort is for an encrypted connection: set transitEncryption: ENABLED or remove it")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record EfsVolumeConfiguration(
            @JsonPropertyDescription("Id of the file system (fs-…). Must match the environment's access.fileSystems.")
            @Required
            @Size(max = 64)
            @ValidationRule(value = Formats.FILE_SYSTEM, message = Formats.FILE_SYSTEM_SAYS)
            String fileSystemId,

            @JsonPropertyDescription("Directory of the file system that becomes the volume's root. Absent: default /.")
            @Size(max = 4096)
            String rootDirectory,

            @JsonPropertyDescription(
                    "Encrypt between task and EFS. Needed with an access point or IAM. Absent: default DISABLED.")
            Switch transitEncryption,

            @JsonPropertyDescription(
                    "Local port of the encrypted connection. Absent: default chosen by the EFS mount helper.")
            @Min(1)
            @Max(65535)
            Integer transitEncryptionPort,

            @JsonPropertyDescription("Access point and IAM. Absent: default neither.")
            AuthorizationConfig authorizationConfig) {}

    /** How EFS decides what the task may do. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AuthorizationConfig(
            @JsonPropertyDescription("Id of an access point (fsap-…) of the file system. Absent: default none.")
            @Size(max = 64)
            @ValidationRule(value = Formats.ACCESS_POINT, message = Formats.ACCESS_POINT_SAYS)
            String accessPointId,

            @JsonPropertyDescription("Mount with the task role's identity. Absent: default DISABLED.")
            Switch iam) {}

    public enum Switch {
        ENABLED,
        DISABLED
    }
}
