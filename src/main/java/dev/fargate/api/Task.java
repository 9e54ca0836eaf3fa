package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** What one task of a workload runs; a change of it registers a new revision of the task definition. */
@ValidationRule(value = TaskRules.SIZE, message = TaskRules.SIZE_SAYS_LESS, messageExpression = TaskRules.SIZE_SAYS)
@ValidationRule(value = TaskRules.CPU_SUM, message = TaskRules.CPU_SUM_SAYS)
@ValidationRule(value = TaskRules.MEMORY_FITS, message = TaskRules.MEMORY_FITS_SAYS)
@ValidationRule(value = TaskRules.ESSENTIAL, message = TaskRules.ESSENTIAL_SAYS)
@ValidationRule(value = TaskRules.PORTS, message = TaskRules.PORTS_SAYS)
@ValidationRule(value = TaskRules.DEPENDS_KNOWN, message = TaskRules.DEPENDS_KNOWN_SAYS)
@ValidationRule(value = TaskRules.DEPENDS_HEALTHY, message = TaskRules.DEPENDS_HEALTHY_SAYS)
@ValidationRule(value = TaskRules.DEPENDS_ENDS, message = TaskRules.DEPENDS_ENDS_SAYS)
@ValidationRule(value = TaskRules.MOUNTS, message = TaskRules.MOUNTS_SAYS)
@ValidationRule(value = TaskRules.ONE_ROUTER, message = TaskRules.ONE_ROUTER_SAYS)
@ValidationRule(value = TaskRules.ROUTER, message = TaskRules.ROUTER_SAYS)
@ValidationRule(value = TaskRules.PORT_RANGES, message = TaskRules.PORT_RANGES_SAYS)
@ValidationRule(value = TaskRules.PORT_NAMES, message = TaskRules.PORT_NAMES_SAYS)
@ValidationRule(value = TaskRules.VOLUMES_FROM, message = TaskRules.VOLUMES_FROM_SAYS)
@ValidationRule(value = TaskRules.PROXY, message = TaskRules.PROXY_SAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Task(
        @JsonPropertyDescription(
                "CPU of the whole task in units; 1024 units are one vCPU. One of 256, 512, 1024, 2048, "
                        + "4096, 8192, 16384. Absent: default the environment's defaults.cpu.")
        @ValidationRule(value = TaskRules.CPU, message = TaskRules.CPU_SAYS)
        Integer cpu,

        @JsonPropertyDescription(
                "Memory of the whole task in MiB. What is on sale depends on cpu: 256 takes 512, 1024 or "
                        + "2048; 512 takes 1024 to 4096; 1024 takes 2048 to 8192; 2048 takes 4096 to 16384; 4096 takes "
                        + "8192 to 30720 (steps of 1024); 8192 takes 16384 to 61440 (steps of 4096); 16384 takes 32768 "
                        + "to 122880 (steps of 8192). Absent: default the environment's defaults.memory.")
        @Min(512)
        @Max(122880)
        Integer memory,

        @JsonPropertyDescription("Processor and operating system. Absent: default the environment's "
                + "defaults.runtimePlatform, else Linux on X86_64.")
        RuntimePlatform runtimePlatform,

        @JsonPropertyDescription("Scratch space shared by the containers of a task. Absent: default 20 GiB.")
        EphemeralStorage ephemeralStorage,

        @JsonPropertyDescription(
                "ARN of the role with which Fargate pulls images, reads secrets and writes logs. Must be "
                        + "the environment's own or match its access.roles. Absent: default the environment's "
                        + "defaults.executionRoleArn.")
        @Size(max = 2048)
        @ValidationRule(value = Formats.ROLE, message = Formats.ROLE_SAYS)
        String executionRoleArn,

        @JsonPropertyDescription(
                "ARN of the role that the containers' own AWS calls use. Must be the environment's own or "
                        + "match its access.roles. Absent: default the environment's defaults.taskRoleArn, else none.")
        @Size(max = 2048)
        @ValidationRule(value = Formats.ROLE, message = Formats.ROLE_SAYS)
        String taskRoleArn,

        @JsonPropertyDescription("The containers, by name; ECS takes up to 10. They share the task's network interface "
                + "and reach each other on localhost.")
        @Required
        @Size(min = 1, max = 10)
        List<Container> containers,

        @JsonPropertyDescription("Volumes that containers mount by name. Absent: default none.") @Size(max = 20)
        List<Volume> volumes,

        @JsonPropertyDescription("Sends the task's traffic through an App Mesh proxy. Absent: default no proxy.")
        ProxyConfiguration proxyConfiguration,

        @JsonPropertyDescription(
                "task lets the containers see each other's processes. Absent: default a process id space for each container.")
        @Size(max = 16)
        @ValidationRule(value = "self == 'task'", message = TaskRules.PID_SAYS)
        String pidMode,

        @JsonPropertyDescription(
                "Let the containers ask for faults (AWS FIS) to be injected into the task. Absent: default false.")
        Boolean enableFaultInjection) {

    public Task {
        containers = Api.filled(containers);
        volumes = Api.filled(volumes);
    }

    /** Scratch space of a task. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record EphemeralStorage(
            @JsonPropertyDescription("GiB, 21 to 200; leave ephemeralStorage out for Fargate's own 20 GiB.")
            @Required
            @ValidationRule(
                    value = "self >= 21 && self <= 200",
                    message = "sizeInGiB is 21 to 200; leave ephemeralStorage out for Fargate's own 20 GiB")
            Integer sizeInGiB) {}
}
