package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** One task of a run that ended: how, and what that means. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record TaskAttempt(
        @JsonPropertyDescription("ARN of the task.") @Size(max = 2048)
        String taskArn,

        @JsonPropertyDescription(
                "Succeeded; Failed; Ignored by failurePolicy; Interrupted, which is no fault of the task; Stopped by "
                        + "this operator; or Unknown.")
        Outcome outcome,

        @JsonPropertyDescription("When its containers began, RFC 3339; none if they never did.") @Size(max = 64)
        String startedAt,

        @JsonPropertyDescription("When it ended, RFC 3339.") @Size(max = 64)
        String stoppedAt,

        @JsonPropertyDescription("Seconds from startedAt to stoppedAt.") @Min(0) @Max(2147483647)
        Integer seconds,

        @JsonPropertyDescription("ECS's stopCode, such as TaskFailedToStart or EssentialContainerExited.")
        @Size(max = 64)
        String code,

        @JsonPropertyDescription("ECS's stoppedReason.") @Size(max = 1024)
        String reason,

        @JsonPropertyDescription("Its containers, first the one that it most likely lies with.") @Size(max = 10)
        List<AttemptedContainer> containers,

        @JsonPropertyDescription("Why it did not succeed, in one word such as ImageNotFound, OutOfMemory or ExitCode.")
        @Size(max = 64)
        String cause,

        @JsonPropertyDescription("What that means, and what to do next.") @Size(max = 1024)
        String meaning,

        @JsonPropertyDescription("Address of the task in the AWS console, which shows it for about an hour.")
        @Size(max = 2048)
        String console) {

    public TaskAttempt {
        containers = Api.filled(containers);
    }

    /** The same with what was found out about why. */
    public TaskAttempt explained(String sentence) {
        return new TaskAttempt(
                taskArn, outcome, startedAt, stoppedAt, seconds, code, reason, containers, cause, sentence, console);
    }

    /** What came of a task. */
    public enum Outcome {
        Succeeded,
        Failed,
        Ignored,
        Interrupted,
        Stopped,
        Unknown
    }

    /** A container of a task that ended. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AttemptedContainer(
            @JsonPropertyDescription("Name of the container.") @Size(max = 255)
            String name,

            @JsonPropertyDescription("Its exit code; none if it never ran.")
            Integer exitCode,

            @JsonPropertyDescription("ECS's reason.") @Size(max = 1024)
            String reason,

            @JsonPropertyDescription("Log group that it wrote to, if it logs with awslogs.") @Size(max = 512)
            String logGroup,

            @JsonPropertyDescription("Log stream of this task there.") @Size(max = 512)
            String logStream) {}
}
