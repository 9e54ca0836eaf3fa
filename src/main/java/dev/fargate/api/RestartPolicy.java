package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Whether ECS restarts a container that exits, without replacing its task. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RestartPolicy(
        @JsonPropertyDescription("Restart the container when it exits.") @Required
        Boolean enabled,

        @JsonPropertyDescription(
                "Up to 50 exit codes, 0 to 255, after which it is not restarted. Absent: default none.")
        @Size(max = 50)
        List<@Min(0) @Max(255) Integer> ignoredExitCodes,

        @JsonPropertyDescription(
                "Seconds, 60 to 1800, that the container must have run for to be restarted. Absent: default 300.")
        @Min(60)
        @Max(1800)
        Integer restartAttemptPeriod) {

    public RestartPolicy {
        ignoredExitCodes = Api.filled(ignoredExitCodes);
    }
}
