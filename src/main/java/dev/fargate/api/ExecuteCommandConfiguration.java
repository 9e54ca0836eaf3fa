package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** How ECS Exec sessions are encrypted and logged. */
@ValidationRule(
        value = "has(self.logConfiguration) == (has(self.logging) && self.logging == 'OVERRIDE')",
        message = "logging: OVERRIDE and logConfiguration go together: set both or none")
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExecuteCommandConfiguration(
        @JsonPropertyDescription("KMS key, by id or ARN, that encrypts sessions. Absent: default none beyond TLS.")
        @Size(min = 1, max = 2048)
        String kmsKeyId,

        @JsonPropertyDescription("NONE, DEFAULT (the awslogs of the task), or OVERRIDE (as logConfiguration says). "
                + "Absent: default DEFAULT.")
        ExecuteCommandLogging logging,

        @JsonPropertyDescription("Where sessions are logged with logging: OVERRIDE. Absent: default nowhere else.")
        ExecuteCommandLogConfiguration logConfiguration) {

    public enum ExecuteCommandLogging {
        NONE,
        DEFAULT,
        OVERRIDE
    }

    /** CloudWatch Logs, S3, or both. */
    @ValidationRule(
            value = "has(self.cloudWatchLogGroupName) || has(self.s3BucketName)",
            message = "name where sessions are logged: cloudWatchLogGroupName, s3BucketName, or both")
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ExecuteCommandLogConfiguration(
            @JsonPropertyDescription("Log group, which must exist. Absent: default none.")
            @Size(min = 1, max = 512)
            @Pattern("^[A-Za-z0-9_/.#-]+$")
            String cloudWatchLogGroupName,

            @JsonPropertyDescription("The group is encrypted, and sessions are refused if not. Absent: default false.")
            Boolean cloudWatchEncryptionEnabled,

            @JsonPropertyDescription("Bucket, which must exist. Absent: default none.")
            @Size(min = 3, max = 63)
            @Pattern("^[a-z0-9][a-z0-9.-]+[a-z0-9]$")
            String s3BucketName,

            @JsonPropertyDescription("The bucket is encrypted, and sessions are refused if not. Absent: default false.")
            Boolean s3EncryptionEnabled,

            @JsonPropertyDescription("Folder in the bucket. Absent: default none.") @Size(max = 1024)
            String s3KeyPrefix) {}
}
