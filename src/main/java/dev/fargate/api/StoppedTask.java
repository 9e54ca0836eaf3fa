package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** A task that stopped, in ECS's words, with what they mean and what to do. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StoppedTask(
        @JsonPropertyDescription("Id of the newest task that stopped so.") @Size(max = 64)
        String task,

        @JsonPropertyDescription("When it stopped, RFC 3339.") @Size(max = 64)
        String at,

        @JsonPropertyDescription("How many tasks stopped so since the rollout began; 1 when absent.")
        @Min(1)
        @Max(2147483647)
        Integer count,

        @JsonPropertyDescription("ECS's stopCode, such as TaskFailedToStart or EssentialContainerExited.")
        @Size(max = 64)
        String code,

        @JsonPropertyDescription("ECS's stoppedReason.") @Size(max = 1024)
        String reason,

        @JsonPropertyDescription("The containers that ended with an exit code or a reason.") @Size(max = 10)
        List<StoppedContainer> containers,

        @JsonPropertyDescription("Why it stopped, in one word such as ImageNotFound, OutOfMemory or ExitCode.")
        @Size(max = 64)
        String cause,

        @JsonPropertyDescription("What it means, and what to do next.") @Size(max = 1024)
        String meaning) {

    public StoppedTask {
        containers = Api.filled(containers);
    }

    /** The same with another meaning. */
    public StoppedTask explained(String sentence) {
        return new StoppedTask(task, at, count, code, reason, containers, cause, sentence);
    }

    /** A container of a task that stopped. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StoppedContainer(
            @JsonPropertyDescription("Name of the container.") @Size(max = 255)
            String name,

            @JsonPropertyDescription("Its exit code; none if it never ran.")
            Integer exitCode,

            @JsonPropertyDescription("ECS's reason.") @Size(max = 1024)
            String reason) {}
}
