package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** A command, run inside the container, whose exit code 0 means healthy. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HealthCheck(
        @JsonPropertyDescription("CMD and arguments, or CMD-SHELL and one shell line.")
        @Required
        @Size(min = 1, max = 100)
        @ValidationRule(value = ContainerRules.CHECK, message = ContainerRules.CHECK_SAYS)
        List<@Size(max = 4096) String> command,

        @JsonPropertyDescription("Seconds between checks, 5 to 300. Absent: default 30.") @Min(5) @Max(300)
        Integer interval,

        @JsonPropertyDescription("Seconds until a check counts as failed, 2 to 60. Absent: default 5.") @Min(2) @Max(60)
        Integer timeout,

        @JsonPropertyDescription("Failures in a row, 1 to 10, until unhealthy. Absent: default 3.") @Min(1) @Max(10)
        Integer retries,

        @JsonPropertyDescription("Seconds after start, 0 to 300, in which failures do not count. Absent: default 0.")
        @Min(0)
        @Max(300)
        Integer startPeriod) {
    public HealthCheck {
        command = Api.filled(command);
    }
}
