package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Tasks that go with a rollout, each a FargateTask of its own. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ServiceHooks(
        @JsonPropertyDescription(
                "Runs before a rollout, such as a migration, and before the service is made: nothing is rolled until it has "
                        + "succeeded. Absent: default nothing runs.")
        Hook preDeploy,

        @JsonPropertyDescription(
                "Runs after a rollout, when as many tasks run as are wanted: the service is not Ready until it has succeeded. "
                        + "Added later, it runs for what is deployed. Absent: default nothing runs.")
        Hook postDeploy) {

    /** What one of them runs, once for each content that is rolled. */
    @ValidationRule(value = ServiceRules.HOOK, message = ServiceRules.HOOK_SAYS)
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Hook(
            @JsonPropertyDescription(
                    "Name of a FargateTaskDefinition of this namespace and environment, or the ARN of one revision, which must "
                            + "match the environment's access.taskDefinitions. Absent: default what the service is to run, by its own task or "
                            + "taskDefinition.")
            @Size(max = 2048)
            @ValidationRule(value = Formats.TASK_DEFINITION, message = Formats.TASK_DEFINITION_SAYS)
            String taskDefinition,

            @JsonPropertyDescription("What is other than in that task, above all the command. Absent: default nothing.")
            TaskOverrides overrides,

            @JsonPropertyDescription(
                    "Failed tasks, 0 to 1000, after which the hook has failed. Absent: default 0, for what "
                            + "failed half-way is not to run again unasked.")
            @Min(0)
            @Max(1000)
            Integer backoffLimit,

            @JsonPropertyDescription(
                    "Seconds, 1 to 31536000, after which the hook is stopped and has failed. Absent: default no limit.")
            @Min(1)
            @Max(31536000)
            Integer activeDeadlineSeconds) {}

    /** When a hook runs. */
    public enum Stage {
        preDeploy,
        postDeploy
    }
}
