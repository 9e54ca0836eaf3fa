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

/** What is to run until it has succeeded; the operator never writes it. */
@ValidationRule(value = RunRules.ONE_TASK, message = RunRules.ONE_TASK_SAYS)
@ValidationRule(value = RunRules.FROZEN, message = RunRules.FROZEN_SAYS)
@ValidationRule(value = RunRules.COMPLETIONS, message = RunRules.COMPLETIONS_SAYS)
@ValidationRule(value = RunRules.PARALLELISM, message = RunRules.PARALLELISM_SAYS)
@ValidationRule(value = RunRules.OVERRIDDEN, message = RunRules.OVERRIDDEN_SAYS)
@ValidationRule(value = RunRules.RULED, message = RunRules.RULED_SAYS)
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FargateTaskSpec(
        @JsonPropertyDescription("Name of the FargateEnvironment that the tasks run in. Immutable.")
        @Required
        @Size(min = 1, max = 63)
        @ValidationRule(
                value = "self == oldSelf",
                message = "environment is immutable: create another FargateTask in the other environment")
        String environment,

        @JsonPropertyDescription("What each task runs. Immutable. "
                + "Absent: default what taskDefinition or fromSchedule names; one of the three is needed.")
        @ValidationRule(value = "self == oldSelf", message = RunRules.FROZEN_SAYS)
        Task task,

        @JsonPropertyDescription(
                "The task definition instead of task: the name of a FargateTaskDefinition of this namespace and "
                        + "environment (its revision when the run begins is kept to the end), or the ARN of one revision, which must "
                        + "match the environment's access.taskDefinitions. Immutable. Absent: default the one made of task.")
        @Size(max = 2048)
        @ValidationRule(value = Formats.TASK_DEFINITION, message = Formats.TASK_DEFINITION_SAYS)
        String taskDefinition,

        @JsonPropertyDescription(
                "Instead of task and taskDefinition, the name of a FargateSchedule of this namespace and environment: the "
                        + "run is one of its runs, out of turn. What is not set here is as there; the revision when the run begins is kept "
                        + "to the end. Immutable. Absent: default what task or taskDefinition says.")
        @Size(min = 1, max = 52)
        String fromSchedule,

        @JsonPropertyDescription(
                "What is other in this run than in the task definition. Immutable. Absent: default nothing.")
        @ValidationRule(value = "self == oldSelf", message = RunRules.FROZEN_SAYS)
        TaskOverrides overrides,

        @JsonPropertyDescription("Tasks that must succeed, 1 to 10000. Immutable. Absent: default 1.")
        @Min(1)
        @Max(10000)
        Integer completions,

        @JsonPropertyDescription("Tasks that run at the same time, 1 to 100. Absent: default 1.") @Min(1) @Max(100)
        Integer parallelism,

        @JsonPropertyDescription(
                "Failed tasks, 0 to 1000, after which no other is started and the run has failed. What is no "
                        + "fault of the task does not count: a Spot interruption, no capacity, a retired platform. Absent: default 6.")
        @Min(0)
        @Max(1000)
        Integer backoffLimit,

        @JsonPropertyDescription(
                "Seconds, 1 to 360, before another task is started after one did not succeed; doubled each "
                        + "time until one succeeds, up to 360. Absent: default 10.")
        @Min(1)
        @Max(360)
        Integer backoffSeconds,

        @JsonPropertyDescription(
                "Seconds, 1 to 31536000, from the start of the run (or its resumption) after which its tasks are "
                        + "stopped and it has failed. Absent: default no limit.")
        @Min(1)
        @Max(31536000)
        Integer activeDeadlineSeconds,

        @JsonPropertyDescription(
                "Seconds, 0 to 31536000, after the end of the run after which this resource is deleted. A GitOps tool "
                        + "would create it again, and it would run again: leave it out there. Absent: default it stays.")
        @Min(0)
        @Max(31536000)
        Integer ttlSecondsAfterFinished,

        @JsonPropertyDescription(
                "What a failed task means, by its exit codes. Absent: default it counts towards backoffLimit, and "
                        + "another one is started.")
        FailurePolicy failurePolicy,

        @JsonPropertyDescription(
                "Stops the tasks that run and starts none until it is false again. Absent: default false.")
        Boolean suspend,

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
        PropagateTags propagateTags,

        @JsonPropertyDescription("Let ECS tag tasks with the cluster's name. Absent: default false.")
        Boolean enableECSManagedTags,

        @JsonPropertyDescription(
                "Let people open a shell in the containers (aws ecs execute-command), with the task role's rights; "
                        + "needs the environment's access.allowExecuteCommand. Absent: default false.")
        Boolean enableExecuteCommand,

        @JsonPropertyDescription(ManagementPolicy.SAYS) ManagementPolicy managementPolicy,

        @JsonPropertyDescription(
                "What a deletion of this resource does. Delete stops the tasks that run and deregisters the revision; Retain lets "
                        + "them run to their end and leaves the revision. Absent: default Delete.")
        DeletionPolicy deletionPolicy,

        @JsonPropertyDescription(
                "Tags on the tasks and their task definition, over the environment's of the same key; up "
                        + "to 42 (AWS takes 50, the operator needs 8). A change reaches tasks that are started later. Absent: default none.")
        @Size(max = TagRules.MOST)
        @ValidationRule(value = TagRules.LENGTH, message = TagRules.LENGTH_SAYS)
        @ValidationRule(value = TagRules.RESERVED, message = TagRules.RESERVED_SAYS)
        @ValidationRule(value = TagRules.OURS, message = TagRules.OURS_SAYS)
        Map<String, @Size(max = 256) @Pattern(TagRules.CHARACTERS) String> tags) {

    public FargateTaskSpec {
        capacityProviderStrategy = Api.filled(capacityProviderStrategy);
        tags = Api.filled(tags);
    }

    /** Rules for failed tasks; the first that fits decides. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record FailurePolicy(
            @JsonPropertyDescription("Rules, in order, up to 20; the first that fits a failed task decides.")
            @Required
            @Size(min = 1, max = 20)
            List<FailureRule> rules) {
        public FailurePolicy {
            rules = Api.filled(rules);
        }
    }

    /** What a container's exit code means for the run. */
    @ValidationRule(value = RunRules.NO_SUCCESS, message = RunRules.NO_SUCCESS_SAYS)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record FailureRule(
            @JsonPropertyDescription(
                    "Fail ends the run as failed at once. Ignore starts another task and does not count this one. "
                            + "Retry counts it towards backoffLimit and starts another task.")
            @Required
            FailureAction action,

            @JsonPropertyDescription("Whose exit code. Absent: default any container's.") @Size(max = 255)
            String containerName,

            @JsonPropertyDescription("In: the exit code is one of values. NotIn: it is neither 0 nor one of values.")
            @Required
            Operator operator,

            @JsonPropertyDescription("Exit codes, up to 255 of them.") @Required @Size(min = 1, max = 255)
            List<@Min(0) @Max(255) Integer> values) {
        public FailureRule {
            values = Api.filled(values);
        }
    }

    public enum FailureAction {
        Fail,
        Ignore,
        Retry
    }

    public enum Operator {
        In,
        NotIn
    }

    /** RunTask knows no service whose tags could be taken (ECS API reference, RunTask). */
    public enum PropagateTags {
        NONE,
        TASK_DEFINITION
    }
}
