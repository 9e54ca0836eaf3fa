package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Values for workloads that leave a field out. A change rolls the services that use it. */
@ValidationRule(value = TaskRules.SIZE, message = TaskRules.SIZE_SAYS_LESS, messageExpression = TaskRules.SIZE_SAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record WorkloadDefaults(
        @JsonPropertyDescription("CPU units of a task; 1024 are one vCPU. Usual: 256 in development, 1024 in "
                + "production. Absent: default none; workloads must say.")
        @ValidationRule(value = TaskRules.CPU, message = TaskRules.CPU_SAYS)
        Integer cpu,

        @JsonPropertyDescription(
                "Memory of a task in MiB; must go with cpu (see a service's task.memory). Usual: 512 in "
                        + "development, 2048 in production. Absent: default none; workloads must say.")
        @Min(512)
        @Max(122880)
        Integer memory,

        @JsonPropertyDescription("Processor and operating system. Absent: default Linux on X86_64.")
        RuntimePlatform runtimePlatform,

        @JsonPropertyDescription("ARN of the role with which Fargate pulls images, reads secrets and writes logs. "
                + "Absent: default none.")
        @Size(max = 2048)
        @ValidationRule(value = Formats.ROLE, message = Formats.ROLE_SAYS)
        String executionRoleArn,

        @JsonPropertyDescription("ARN of the role that the containers' own AWS calls use. Absent: default none.")
        @Size(max = 2048)
        @ValidationRule(value = Formats.ROLE, message = Formats.ROLE_SAYS)
        String taskRoleArn,

        @JsonPropertyDescription("Log group for containers without logConfiguration. Absent: default none; such "
                + "containers write no logs.")
        Logs logs) {

    /** A CloudWatch log group. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Logs(
            @JsonPropertyDescription(
                    "Name of the group, up to 512 letters, digits and _ / . # -; {namespace} and {name} "
                            + "stand for those of the workload.")
            @Required
            @Size(max = 512)
            @Pattern("^([A-Za-z0-9_/.#-]|[{]namespace[}]|[{]name[}])+$")
            String group,

            @JsonPropertyDescription(
                    "Days until CloudWatch deletes an entry: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, "
                            + "400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653. Absent: unmanaged; a new group "
                            + "keeps everything.")
            @ValidationRule(
                    value = "self in [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192,"
                            + " 2557, 2922, 3288, 3653]",
                    message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,"
                            + " 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days: take one of these")
            Integer retentionInDays,

            @JsonPropertyDescription("Let the operator create the group where it does not exist. Absent: default true.")
            Boolean create) {}
}
