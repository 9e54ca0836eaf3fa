package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** The user name and password of a private registry. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RepositoryCredentials(
        @JsonPropertyDescription("ARN of a Secrets Manager secret with username and password. Must match the "
                + "environment's access.secrets.")
        @Required
        @Size(max = 1280)
        @ValidationRule(value = Formats.CREDENTIALS, message = Formats.CREDENTIALS_SAYS)
        String credentialsParameter) {}
