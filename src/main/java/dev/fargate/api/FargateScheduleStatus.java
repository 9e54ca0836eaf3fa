package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** What is known of the schedule and its runs; written by the operator. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateScheduleStatus(
        @JsonPropertyDescription("Generation of the spec that this status is about.") @Min(Observed.NOT_YET)
        Long observedGeneration,

        @JsonPropertyDescription("Ready; Reconciling, Stalled and Suspended only while True.") @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("What is wrong now, and what to do; absent while nothing is.")
        ProblemReport problem,

        @JsonPropertyDescription(
                "Who starts the runs: Scheduler, which is EventBridge Scheduler by itself; or Operator, which is this operator "
                        + "at their time.")
        Starter startedBy,

        @JsonPropertyDescription("Where it was made; cleanup uses this, not what the environment says by then.")
        Place place,

        @JsonPropertyDescription("The revision that is run next, and what this resource registered.")
        Revisions taskDefinition,

        @JsonPropertyDescription("ARN of the schedule at EventBridge Scheduler.") @Size(max = 1224)
        String scheduleArn,

        @JsonPropertyDescription("ARN of the role that the operator made for it.") @Size(max = 1600)
        String roleArn,

        @JsonPropertyDescription("The schedule as it is kept: the expression as AWS writes it, and its time zone.")
        @Size(max = 400)
        String expression,

        @JsonPropertyDescription(
                "Time up to which is settled which runs were due, RFC 3339; those due later are started or told as missed.")
        @Size(max = 64)
        String settledTime,

        @JsonPropertyDescription("When it runs next, RFC 3339; none if it does not run again.") @Size(max = 64)
        String nextRunTime,

        @JsonPropertyDescription("The newest time that a run was due at and was started for, RFC 3339.") @Size(max = 64)
        String lastRunTime,

        @JsonPropertyDescription("When the newest run that succeeded ended, RFC 3339.") @Size(max = 64)
        String lastSuccessTime,

        @JsonPropertyDescription("Runs that were started and have not ended.") @Min(0) @Max(100000)
        Integer active,

        @JsonPropertyDescription("Up to ten of them, newest first.") @Size(max = 10)
        List<ActiveRun> activeRuns,

        @JsonPropertyDescription("The newest run that was due and not started.")
        MissedRun lastMissed,

        @JsonPropertyDescription("Runs that ended, newest first, as many as the history limits keep.") @Size(max = 20)
        List<EndedRun> history,

        @JsonPropertyDescription("What would be done if managementPolicy were not Observe; only then.") @Size(max = 20)
        List<PlannedChange> plan,

        @JsonPropertyDescription("With driftPolicy Report: what somebody else changed; the first 12.") @Size(max = 20)
        List<Drift> drift,

        @JsonPropertyDescription(
                "With driftPolicy Report: hash of the settings that were put last; what differs from them is drift.")
        @Size(max = 128)
        String applied,

        @JsonPropertyDescription("The annotation fargate.dev/reconcile-at that was followed last.") @Size(max = 64)
        String lastHandledReconcileAt,

        @JsonPropertyDescription("The annotation fargate.dev/run-at that was followed last.") @Size(max = 64)
        String lastHandledRunAt)
        implements Observed {

    public FargateScheduleStatus {
        conditions = Api.filled(conditions);
        activeRuns = Api.filled(activeRuns);
        history = Api.filled(history);
        plan = Api.filled(plan);
        drift = Api.filled(drift);
    }

    /** The same with the drift that stays, and what it is measured against. */
    public FargateScheduleStatus with(List<Drift> staying, String appliedHash) {
        return new FargateScheduleStatus(
                observedGeneration,
                conditions,
                problem,
                startedBy,
                place,
                taskDefinition,
                scheduleArn,
                roleArn,
                expression,
                settledTime,
                nextRunTime,
                lastRunTime,
                lastSuccessTime,
                active,
                activeRuns,
                lastMissed,
                history,
                plan,
                staying,
                appliedHash,
                lastHandledReconcileAt,
                lastHandledRunAt);
    }

    /** Who starts the runs. */
    public enum Starter {
        Scheduler,
        Operator
    }

    /** A run that has not ended. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ActiveRun(
            @JsonPropertyDescription("Name of its FargateTask; none if EventBridge Scheduler started it.")
            @Size(max = 63)
            String name,

            @JsonPropertyDescription("ARN of its task, if EventBridge Scheduler started it.") @Size(max = 2048)
            String taskArn,

            @JsonPropertyDescription("When it was started, RFC 3339.") @Size(max = 64)
            String startTime) {}

    /** A run that was due and was not started. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MissedRun(
            @JsonPropertyDescription("When it was due, RFC 3339.") @Size(max = 64)
            String time,

            @JsonPropertyDescription(
                    "Forbidden, because another one was active; DeadlinePassed, because this operator was away for longer than "
                            + "startingDeadlineSeconds; or Unseen, because nothing was seen of it at AWS.")
            @Size(max = 64)
            String reason,

            @JsonPropertyDescription("The same in a sentence.") @Size(max = 512)
            String message) {}

    /** A run that ended. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record EndedRun(
            @JsonPropertyDescription("Name of its FargateTask; none if EventBridge Scheduler started it.")
            @Size(max = 63)
            String name,

            @JsonPropertyDescription("ARN of its task, of the newest one if there were several.") @Size(max = 2048)
            String taskArn,

            @JsonPropertyDescription("Succeeded, Failed or Unknown.")
            Outcome outcome,

            @JsonPropertyDescription("When it was started, RFC 3339.") @Size(max = 64)
            String startTime,

            @JsonPropertyDescription("When it ended, RFC 3339.") @Size(max = 64)
            String completionTime,

            @JsonPropertyDescription("Exit code of the container that it most likely lies with; none if none ran.")
            Integer exitCode,

            @JsonPropertyDescription("Why it did not succeed, in one word such as OutOfMemory or ExitCode.")
            @Size(max = 64)
            String cause,

            @JsonPropertyDescription("What that means, and what to do next.") @Size(max = 512)
            String meaning) {}

    /** What came of a run. */
    public enum Outcome {
        Succeeded,
        Failed,
        Unknown
    }
}
