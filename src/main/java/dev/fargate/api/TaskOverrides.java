package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.fargate.api.Container.NameValue;
import dev.fargate.api.Task.EphemeralStorage;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** What is other in one run than in the task definition. */
@JsonInclude(Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record TaskOverrides(
        @JsonPropertyDescription(
                "CPU of the whole task in units; 1024 units are one vCPU. One of 256, 512, 1024, 2048, "
                        + "4096, 8192, 16384. Absent: default the task definition's.")
        @ValidationRule(value = TaskRules.CPU, message = TaskRules.CPU_SAYS)
        Integer cpu,

        @JsonPropertyDescription("Memory of the whole task in MiB, one of those that go with its cpu. "
                + "Absent: default the task definition's.")
        @Min(512)
        @Max(122880)
        Integer memory,

        @JsonPropertyDescription("Scratch space of each task. Absent: default the task definition's.")
        EphemeralStorage ephemeralStorage,

        @JsonPropertyDescription(
                "ARN of the role with which Fargate pulls images, reads secrets and writes logs. Must be the "
                        + "environment's own or match its access.roles. Absent: default the task definition's.")
        @Size(max = 2048)
        @ValidationRule(value = Formats.ROLE, message = Formats.ROLE_SAYS)
        String executionRoleArn,

        @JsonPropertyDescription(
                "ARN of the role of the code in the containers. Must be the environment's own or match its "
                        + "access.roles. Absent: default the task definition's.")
        @Size(max = 2048)
        @ValidationRule(value = Formats.ROLE, message = Formats.ROLE_SAYS)
        String taskRoleArn,

        @JsonPropertyDescription("What is other in single containers, up to 10. Absent: default nothing.")
        @Size(max = 10)
        List<ContainerOverride> containerOverrides) {

    public TaskOverrides {
        containerOverrides = Api.filled(containerOverrides);
    }

    /** What is other in one container. */
    @JsonInclude(Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ContainerOverride(
            @JsonPropertyDescription("Name of a container of the task definition.") @Required @Size(min = 1, max = 255)
            String name,

            @JsonPropertyDescription("Arguments, in order (CMD). Absent: default the task definition's.")
            @Size(max = 200)
            List<@Size(max = 8192) String> command,

            @JsonPropertyDescription(
                    "Variables in clear text, added or in place of the task definition's of the same name; anyone "
                            + "who may read this resource reads them. ECS takes 8192 characters for all overrides together. Absent: default none.")
            @Size(max = 200)
            List<NameValue> environment,

            @JsonPropertyDescription("CPU units of the container. Absent: default the task definition's.")
            @Min(0)
            @Max(16384)
            Integer cpu,

            @JsonPropertyDescription(
                    "Hard limit in MiB; above it the container is killed. Absent: default the task definition's.")
            @Min(6)
            @Max(122880)
            Integer memory,

            @JsonPropertyDescription("Soft limit in MiB. Absent: default the task definition's.") @Min(6) @Max(122880)
            Integer memoryReservation) {
        public ContainerOverride {
            command = Api.filled(command);
            environment = Api.filled(environment);
        }
    }
}
