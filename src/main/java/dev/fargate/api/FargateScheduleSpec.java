package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** When to run what; the operator never writes it. */
@ValidationRule(value = ScheduleRules.ONE_TASK, message = ScheduleRules.ONE_TASK_SAYS)
@ValidationRule(value = ScheduleRules.PERIOD, message = ScheduleRules.PERIOD_SAYS)
@ValidationRule(value = RunRules.OVERRIDDEN, message = RunRules.OVERRIDDEN_SAYS)
@ValidationRule(value = RunRules.RULED, message = RunRules.RULED_SAYS)
@ValidationRule(value = ScheduleRules.ROLE_GIVEN, message = ScheduleRules.ROLE_GIVEN_SAYS)
@ValidationRule(value = ScheduleRules.OPERATOR_ONLY, message = ScheduleRules.OPERATOR_ONLY_SAYS)
@ValidationRule(value = ScheduleRules.OVERRIDABLE, message = ScheduleRules.OVERRIDABLE_SAYS)
@ValidationRule(value = ScheduleRules.SCHEDULER_ONLY, message = ScheduleRules.SCHEDULER_ONLY_SAYS)
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateScheduleSpec(
        @JsonPropertyDescription("Name of the FargateEnvironment that the tasks run in. Immutable.")
        @Required
        @Size(min = 1, max = 63)
        @ValidationRule(
                value = "self == oldSelf",
                message = "environment is immutable: create another FargateSchedule in the other environment")
        String environment,

        @JsonPropertyDescription(
                "When it runs: cron(MINUTE HOUR DAY MONTH WEEKDAY YEAR), rate(N minutes, hours or days) or "
                        + "at(2030-01-31T02:00:00) as EventBridge Scheduler takes them, or a Unix cron expression of five fields, which is "
                        + "translated if that can be done exactly and refused with the reason if not.")
        @Required
        @Size(min = 1, max = 256)
        @ValidationRule(value = ScheduleRules.EXPRESSION, message = ScheduleRules.EXPRESSION_SAYS)
        String schedule,

        @JsonPropertyDescription(
                "Time zone of the schedule, by its name in the IANA database such as Europe/Berlin. Absent: default UTC.")
        @Size(min = 1, max = 50)
        @ValidationRule(value = ScheduleRules.ZONE, message = ScheduleRules.ZONE_SAYS)
        String timeZone,

        @JsonPropertyDescription(
                "Time in UTC, such as 2030-01-31T02:00:00Z, before which it does not run, and from which a rate is counted. "
                        + "Absent: default as soon as it is there.")
        @Size(max = 20)
        @ValidationRule(value = ScheduleRules.TIME, message = ScheduleRules.TIME_SAYS)
        String startDate,

        @JsonPropertyDescription("Time in UTC after which it does not run any more. Absent: default never.")
        @Size(max = 20)
        @ValidationRule(value = ScheduleRules.TIME, message = ScheduleRules.TIME_SAYS)
        String endDate,

        @JsonPropertyDescription(
                "Minutes, 1 to 1440, within which after its time a run may be started, as it suits EventBridge "
                        + "Scheduler. With concurrencyPolicy Allow only. Absent: default at its time.")
        @Min(1)
        @Max(1440)
        Integer flexibleTimeWindowMinutes,

        @JsonPropertyDescription(
                "Starts no run until it is false again; what would have been due meanwhile is not made up for, and runs that are "
                        + "active go on. Absent: default false.")
        Boolean suspend,

        @JsonPropertyDescription(
                "What each task runs. Absent: default what taskDefinition names; one of the two is needed.")
        Task task,

        @JsonPropertyDescription(
                "The task definition instead of task: the name of a FargateTaskDefinition of this namespace and "
                        + "environment (a new revision of it is run from the next run on), or the ARN of one revision, which must match "
                        + "the environment's access.taskDefinitions. Absent: default the one made of task.")
        @Size(max = 2048)
        @ValidationRule(value = Formats.TASK_DEFINITION, message = Formats.TASK_DEFINITION_SAYS)
        String taskDefinition,

        @JsonPropertyDescription(
                "What is other in the runs than in the task definition; with concurrencyPolicy Allow only "
                        + "containerOverrides. Absent: default nothing.")
        TaskOverrides overrides,

        @JsonPropertyDescription(
                "Tasks of each run, 1 to 10, that are started together; with concurrencyPolicy Forbid or Replace that many must "
                        + "succeed. Absent: default 1.")
        @Min(1)
        @Max(10)
        Integer count,

        @JsonPropertyDescription(
                "What becomes of a run that is due while another one is active. Allow: it is started too; EventBridge Scheduler "
                        + "does that by itself, at least once, also while this operator is away. Forbid: it is skipped. Replace: the active one "
                        + "is stopped first. Forbid and Replace are started by this operator, once. Absent: default Allow.")
        ConcurrencyPolicy concurrencyPolicy,

        @JsonPropertyDescription(
                "Seconds, 1 to 31536000, for which a run that was missed, because this operator was away, is made up for; of several "
                        + "only the latest is. With concurrencyPolicy Forbid or Replace only. Absent: default without limit.")
        @Min(1)
        @Max(31536000)
        Integer startingDeadlineSeconds,

        @JsonPropertyDescription(
                "Failed tasks of a run, 0 to 1000, after which no other is started and the run has failed, as of a FargateTask. "
                        + "With concurrencyPolicy Forbid or Replace only. Absent: default 6.")
        @Min(0)
        @Max(1000)
        Integer backoffLimit,

        @JsonPropertyDescription(
                "Seconds, 1 to 360, before another task is started after one did not succeed, as of a FargateTask. With "
                        + "concurrencyPolicy Forbid or Replace only. Absent: default 10.")
        @Min(1)
        @Max(360)
        Integer backoffSeconds,

        @JsonPropertyDescription(
                "Seconds, 1 to 31536000, after which the tasks of a run are stopped and it has failed. With concurrencyPolicy "
                        + "Forbid or Replace only. Absent: default no limit.")
        @Min(1)
        @Max(31536000)
        Integer activeDeadlineSeconds,

        @JsonPropertyDescription(
                "What a failed task means for its run, by its exit codes. With concurrencyPolicy Forbid or Replace only. "
                        + "Absent: default it counts towards backoffLimit, and another one is started.")
        FargateTaskSpec.FailurePolicy failurePolicy,

        @JsonPropertyDescription(
                "How tasks are spread over on-demand and Spot capacity. Absent: default the environment's "
                        + "cluster.defaultCapacityProviderStrategy, else launch type FARGATE (on demand).")
        @Size(min = 1, max = 2)
        @ValidationRule(value = CapacityRules.WEIGHT, message = CapacityRules.WEIGHT_SAYS)
        @ValidationRule(value = CapacityRules.BASE, message = CapacityRules.BASE_SAYS)
        List<CapacityProviderStrategyItem> capacityProviderStrategy,

        @JsonPropertyDescription("Fargate platform: LATEST or a version such as 1.4.0. Absent: default LATEST.")
        @Size(max = 16)
        @ValidationRule(
                value = "self.matches('^(LATEST|[0-9]+[.][0-9]+[.][0-9]+)$')",
                message = "platformVersion is LATEST or a version such as 1.4.0")
        String platformVersion,

        @JsonPropertyDescription("Where the tasks' network interfaces are. Absent: default the environment's.")
        Network network,

        @JsonPropertyDescription("From where tasks get tags beside those of this resource: NONE or TASK_DEFINITION. "
                + "Absent: default NONE.")
        FargateTaskSpec.PropagateTags propagateTags,

        @JsonPropertyDescription("Let ECS tag tasks with the cluster's name. Absent: default false.")
        Boolean enableECSManagedTags,

        @JsonPropertyDescription(
                "Let people open a shell in the containers (aws ecs execute-command), with the task role's rights; "
                        + "needs the environment's access.allowExecuteCommand. Absent: default false.")
        Boolean enableExecuteCommand,

        @JsonPropertyDescription(
                "ECS task group of the tasks, up to 255 characters. With concurrencyPolicy Allow only. "
                        + "Absent: default family:FAMILY.")
        @Size(min = 1, max = 255)
        String group,

        @JsonPropertyDescription(
                "How EventBridge Scheduler tries again to start a run. With concurrencyPolicy Allow only. "
                        + "Absent: default 185 times within 24 hours.")
        RetryPolicy retryPolicy,

        @JsonPropertyDescription(
                "ARN of an SQS queue that gets what EventBridge Scheduler could not start; must match the environment's "
                        + "access.queues. With concurrencyPolicy Allow only. Absent: default it is dropped.")
        @Size(max = 1600)
        @ValidationRule(value = ScheduleRules.QUEUE, message = ScheduleRules.QUEUE_SAYS)
        String deadLetterQueueArn,

        @JsonPropertyDescription(
                "Role with which EventBridge Scheduler starts the tasks: Managed, which the operator makes with just the rights for "
                        + "this, or the ARN of one, which must match the environment's access.roles. Needed with concurrencyPolicy Allow, and "
                        + "only then. Absent: default none.")
        @Size(max = 1600)
        @ValidationRule(value = ScheduleRules.ROLE, message = ScheduleRules.ROLE_SAYS)
        String role,

        @JsonPropertyDescription(
                "ARN of the KMS key that EventBridge Scheduler encrypts the schedule with; must match the environment's "
                        + "access.keys. With concurrencyPolicy Allow only. Absent: default a key of AWS's.")
        @Size(max = 2048)
        @ValidationRule(value = ScheduleRules.KEY, message = ScheduleRules.KEY_SAYS)
        String kmsKeyArn,

        @JsonPropertyDescription("Ended runs that succeeded, 0 to 10, that are kept. Absent: default 3.")
        @Min(0)
        @Max(10)
        Integer successfulRunsHistoryLimit,

        @JsonPropertyDescription("Ended runs that did not succeed, 0 to 10, that are kept. Absent: default 1.")
        @Min(0)
        @Max(10)
        Integer failedRunsHistoryLimit,

        @JsonPropertyDescription(ManagementPolicy.SAYS) ManagementPolicy managementPolicy,

        @JsonPropertyDescription(
                "What becomes of a setting that somebody else changes in EventBridge Scheduler, of those that ignoreFields can name; all"
                        + " else is put back. Enforce puts it back. Report leaves it and shows it in status.drift; an edit of the same field,"
                        + " here or in the environment, is put all the same. With concurrencyPolicy Allow only. Absent: default Enforce.")
        DriftPolicy driftPolicy,

        @JsonPropertyDescription(IgnoredField.OF_SCHEDULE_IS)
        @Size(max = IgnoredField.MOST)
        @ValidationRule(value = IgnoredField.OF_SCHEDULE, message = IgnoredField.OF_SCHEDULE_SAYS)
        List<@Size(max = 160) String> ignoreFields,

        @JsonPropertyDescription(
                "What a deletion of this resource does. Delete deletes the schedule, its runs (their tasks are stopped) and "
                        + "its revisions; Retain leaves what is in AWS, and a resource of the same name takes it up again. Absent: default Delete.")
        DeletionPolicy deletionPolicy,

        @JsonPropertyDescription(
                "Tags on the tasks and their task definition, over the environment's of the same key; up "
                        + "to 42 (AWS takes 50, the operator needs 8). A change reaches tasks that are started later. Absent: default none.")
        @Size(max = TagRules.MOST)
        @ValidationRule(value = TagRules.LENGTH, message = TagRules.LENGTH_SAYS)
        @ValidationRule(value = TagRules.RESERVED, message = TagRules.RESERVED_SAYS)
        @ValidationRule(value = TagRules.OURS, message = TagRules.OURS_SAYS)
        Map<String, @Size(max = 256) @Pattern(TagRules.CHARACTERS) String> tags) {

    public FargateScheduleSpec {
        capacityProviderStrategy = Api.filled(capacityProviderStrategy);
        ignoreFields = Api.filled(ignoreFields);
        tags = Api.filled(tags);
    }

    /** What becomes of a run that is due while another one is active. */
    public enum ConcurrencyPolicy {
        Allow,
        Forbid,
        Replace
    }

    /** How often, and for how long, a start is tried again. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RetryPolicy(
            @JsonPropertyDescription("Times, 0 to 185. Absent: default 185.") @Min(0) @Max(185)
            Integer maximumRetryAttempts,

            @JsonPropertyDescription("Seconds after the scheduled time, 60 to 86400. Absent: default 86400.")
            @Min(60)
            @Max(86400)
            Integer maximumEventAgeInSeconds) {}
}
