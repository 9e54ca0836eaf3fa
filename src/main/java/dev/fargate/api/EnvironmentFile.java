package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A file of environment variables in S3; the execution role reads it when a task starts. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnvironmentFile(
        @JsonPropertyDescription("s3, the only one that ECS knows. Absent: default s3.")
        Type type,

        @JsonPropertyDescription("ARN of the S3 object; its name ends in .env. Must match the environment's "
                + "access.environmentFiles.")
        @Required
        @Size(max = 1280)
        @ValidationRule(value = Formats.ENVIRONMENT_FILE, message = Formats.ENVIRONMENT_FILE_SAYS)
        String value) {

    public enum Type {
        s3
    }
}
