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

/** What is known of the run; written by the operator. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateTaskStatus(
        @JsonPropertyDescription("Generation of the spec that this status is about.") @Min(Observed.NOT_YET)
        Long observedGeneration,

        @JsonPropertyDescription(
                "Ready; Reconciling and Stalled only while True; Complete, Failed and Suspended only while True; PreflightPassed.")
        @Size(max = 16)
        List<Condition> conditions,

        @JsonPropertyDescription("What is wrong now, and what to do; absent while nothing is.")
        ProblemReport problem,

        @JsonPropertyDescription("Pending, Running, Suspended, Succeeded, Failed or Unknown.")
        Phase phase,

        @JsonPropertyDescription(
                "Where the tasks were started; cleanup uses this, not what the environment says by then.")
        Place place,

        @JsonPropertyDescription("The revision that the tasks run, and what this resource registered.")
        Revisions taskDefinition,

        @JsonPropertyDescription(
                "What the ends of its tasks are judged by, as the revision says it, until the run has ended: its "
                        + "containers, but for essential ones without a log group.")
        @Size(max = 10)
        List<LaunchedContainer> containers,

        @JsonPropertyDescription("When the first task was asked for since the run began or was resumed, RFC 3339.")
        @Size(max = 64)
        String startTime,

        @JsonPropertyDescription("When the run ended, RFC 3339. It is never run again.") @Size(max = 64)
        String completionTime,

        @JsonPropertyDescription("Seconds from startTime to completionTime.") @Min(0) @Max(2147483647)
        Integer seconds,

        @JsonPropertyDescription("Tasks that were started and have not ended.") @Min(0) @Max(100)
        Integer active,

        @JsonPropertyDescription("Tasks that succeeded.") @Min(0) @Max(10000)
        Integer succeeded,

        @JsonPropertyDescription("Tasks that failed, as backoffLimit counts them.") @Min(0) @Max(2147483647)
        Integer failed,

        @JsonPropertyDescription(
                "Tasks of which nobody knows how they ended, because ECS had forgotten them when they were looked at.")
        @Min(0)
        @Max(10000)
        Integer unknown,

        @JsonPropertyDescription("RunTask calls so far; each has a number, which its client token is made of.")
        @Min(0)
        @Max(2147483647)
        Integer launched,

        @JsonPropertyDescription(
                "Calls whose tasks have not all ended; one without tasks was about to be made when this was written.")
        @Size(max = 100)
        List<Launch> launches,

        @JsonPropertyDescription("Ends in a row without a success; the delay before another task doubles with each.")
        @Min(0)
        @Max(2147483647)
        Integer setbacks,

        @JsonPropertyDescription("Before this time no other task is started, RFC 3339.") @Size(max = 64)
        String retryAt,

        @JsonPropertyDescription("Why the run is failed, from the moment that this was decided.")
        Failure failure,

        @JsonPropertyDescription("The newest five tasks that ended, newest first.") @Size(max = 5)
        List<TaskAttempt> attempts,

        @JsonPropertyDescription("What was found out about the tasks before they start; the condition PreflightPassed.")
        PreflightReport preflight,

        @JsonPropertyDescription("Estimate for the tasks that ended.")
        RunCost cost,

        @JsonPropertyDescription("What would be done if managementPolicy were not Observe; only then.") @Size(max = 20)
        List<PlannedChange> plan,

        @JsonPropertyDescription("The annotation fargate.dev/reconcile-at that was followed last.") @Size(max = 64)
        String lastHandledReconcileAt,

        @JsonPropertyDescription("The annotation fargate.dev/restart-at that was followed last.") @Size(max = 64)
        String lastHandledRestartAt)
        implements Observed {

    public FargateTaskStatus {
        conditions = Api.filled(conditions);
        containers = Api.filled(containers);
        launches = Api.filled(launches);
        attempts = Api.filled(attempts);
        plan = Api.filled(plan);
    }

    /** The same with other conditions, and what they say is wrong. */
    public FargateTaskStatus with(List<Condition> others, ProblemReport told) {
        return new FargateTaskStatus(
                observedGeneration,
                others,
                told,
                phase,
                place,
                taskDefinition,
                containers,
                startTime,
                completionTime,
                seconds,
                active,
                succeeded,
                failed,
                unknown,
                launched,
                launches,
                setbacks,
                retryAt,
                failure,
                attempts,
                preflight,
                cost,
                plan,
                lastHandledReconcileAt,
                lastHandledRestartAt);
    }

    /** The same with other words on what its tasks will meet with. */
    public FargateTaskStatus with(List<Condition> others, PreflightReport report) {
        return new FargateTaskStatus(
                observedGeneration,
                others,
                problem,
                phase,
                place,
                taskDefinition,
                containers,
                startTime,
                completionTime,
                seconds,
                active,
                succeeded,
                failed,
                unknown,
                launched,
                launches,
                setbacks,
                retryAt,
                failure,
                attempts,
                report,
                cost,
                plan,
                lastHandledReconcileAt,
                lastHandledRestartAt);
    }

    /** The same with another estimate. */
    public FargateTaskStatus with(RunCost estimate) {
        return new FargateTaskStatus(
                observedGeneration,
                conditions,
                problem,
                phase,
                place,
                taskDefinition,
                containers,
                startTime,
                completionTime,
                seconds,
                active,
                succeeded,
                failed,
                unknown,
                launched,
                launches,
                setbacks,
                retryAt,
                failure,
                attempts,
                preflight,
                estimate,
                plan,
                lastHandledReconcileAt,
                lastHandledRestartAt);
    }

    /** How far a run is. */
    public enum Phase {
        Pending,
        Running,
        Suspended,
        Succeeded,
        Failed,
        Unknown
    }

    /** A container of the revision that the tasks run. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LaunchedContainer(
            @JsonPropertyDescription("Name of the container.") @Size(max = 255)
            String name,

            @JsonPropertyDescription("False: its end says nothing of the task's. Absent: it does.")
            Boolean essential,

            @JsonPropertyDescription("Log group that it writes to, if it logs with awslogs.") @Size(max = 512)
            String logGroup,

            @JsonPropertyDescription("What the names of its log streams begin with.") @Size(max = 512)
            String logStreamPrefix) {}

    /** One RunTask call. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Launch(
            @JsonPropertyDescription("Its number, from 1.") @Min(1) @Max(2147483647)
            Integer number,

            @JsonPropertyDescription("When it was made first, RFC 3339.") @Size(max = 64)
            String at,

            @JsonPropertyDescription("When it was made last, if it was made again because no reply had come.")
            @Size(max = 64)
            String triedAt,

            @JsonPropertyDescription("Tasks asked for, 1 to 10.") @Min(1) @Max(10)
            Integer count,

            @JsonPropertyDescription("Hash of the request, until its reply: only the same request is made again.")
            @Size(max = 64)
            String request,

            @JsonPropertyDescription("Ids of its tasks that have not ended.") @Size(max = 10)
            List<@Size(max = 64) String> tasks) {
        public Launch {
            tasks = Api.filled(tasks);
        }

        /** The same, about to be made again. */
        public Launch triedAgain(String now) {
            return new Launch(number, at, now, count, request, tasks);
        }

        /** The same with those of its tasks that have not ended; what it asked for is of no more interest. */
        public Launch with(List<String> left) {
            return new Launch(number, at, triedAt, count, null, left);
        }
    }

    /** Why a run is failed. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Failure(
            @JsonPropertyDescription("BackoffLimitExceeded, DeadlineExceeded or FailurePolicy.") @Size(max = 64)
            String reason,

            @JsonPropertyDescription("The same in a sentence, with what to do.") @Size(max = 1024)
            String message) {}
}
