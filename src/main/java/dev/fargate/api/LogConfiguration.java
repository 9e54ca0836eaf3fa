package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** Where a container's output goes. */
@ValidationRule(value = ContainerRules.AWSLOGS, message = ContainerRules.AWSLOGS_SAYS)
@ValidationRule(value = ContainerRules.SPLUNK, message = ContainerRules.SPLUNK_SAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record LogConfiguration(
        @JsonPropertyDescription("awslogs (CloudWatch Logs), splunk or awsfirelens: what Fargate offers.") @Required
        LogDriver logDriver,

        @JsonPropertyDescription("Options of the driver. awslogs needs awslogs-group, awslogs-region and "
                + "awslogs-stream-prefix; splunk needs splunk-url and splunk-token. Absent: default none.")
        @Size(max = 50)
        Map<String, @Size(max = 4096) String> options,

        @JsonPropertyDescription("Options read from Secrets Manager or SSM, by name. Absent: default none.")
        @Size(max = 20)
        List<Container.Secret> secretOptions) {
    public LogConfiguration {
        options = Api.filled(options);
        secretOptions = Api.filled(secretOptions);
    }

    public enum LogDriver {
        awslogs,
        splunk,
        awsfirelens
    }
}
