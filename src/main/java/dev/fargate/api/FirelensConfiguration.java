package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/** The log router that containers with driver awsfirelens write to. */
@ValidationRule(value = ContainerRules.CONFIG_FILE, message = ContainerRules.CONFIG_FILE_SAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FirelensConfiguration(
        @JsonPropertyDescription("The router in the image: fluentbit or fluentd.") @Required
        FirelensType type,

        @JsonPropertyDescription("enable-ecs-log-metadata (true, false), config-file-type (on Fargate: file) and "
                + "config-file-value (path in the image). Absent: default none.")
        @Size(max = 10)
        Map<String, @Size(max = 4096) String> options) {
    public FirelensConfiguration {
        options = Api.filled(options);
    }

    public enum FirelensType {
        fluentbit,
        fluentd
    }
}
