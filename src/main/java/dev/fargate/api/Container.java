package dev.fargate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** One container of a task. */
@ValidationRule(value = ContainerRules.RESERVATION, message = ContainerRules.RESERVATION_SAYS)
@ValidationRule(value = ContainerRules.NOT_ITSELF, message = ContainerRules.NOT_ITSELF_SAYS)
@ValidationRule(value = ContainerRules.NAMES, message = ContainerRules.NAMES_SAYS)
@ValidationRule(value = ContainerRules.NOT_FROM_ITSELF, message = ContainerRules.NOT_FROM_ITSELF_SAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Container(
        @JsonPropertyDescription("Unique in the task: 1 to 255 letters, digits, _ and -.")
        @Required
        @Size(max = 255)
        @Pattern(Formats.NAME)
        String name,

        @JsonPropertyDescription("Image with registry and tag or digest, such as public.ecr.aws/nginx/nginx:1.29.")
        @Required
        @Size(max = 1024)
        @Pattern(Formats.NO_SPACE)
        String image,

        @JsonPropertyDescription("The end of this container ends the task. Absent: default true.")
        Boolean essential,

        @JsonPropertyDescription("Arguments, in order (CMD). Absent: default the image's.") @Size(max = 200)
        List<@Size(max = 16384) String> command,

        @JsonPropertyDescription("Program and first arguments (ENTRYPOINT). Absent: default the image's.")
        @Size(max = 200)
        List<@Size(max = 16384) String> entryPoint,

        @JsonPropertyDescription("Directory in which the program starts. Absent: default the image's.")
        @Size(max = 4096)
        String workingDirectory,

        @JsonPropertyDescription("User, or user:group, by name or number. Absent: default the image's.")
        @Size(max = 255)
        String user,

        @JsonPropertyDescription(
                "CPU units kept for this container; all containers together take no more than the task's "
                        + "cpu. Absent: default 0 (an equal share of what is free).")
        @Min(0)
        @Max(16384)
        Integer cpu,

        @JsonPropertyDescription(
                "Hard limit in MiB, 6 or more, up to the task's memory; above it the container is killed. "
                        + "Absent: default the task's memory.")
        @Min(6)
        @Max(122880)
        Integer memory,

        @JsonPropertyDescription("Soft limit in MiB, up to memory. Absent: default none.") @Min(6) @Max(122880)
        Integer memoryReservation,

        @JsonPropertyDescription("Ports that the container listens on. Absent: default none.") @Size(max = 30)
        List<PortMapping> portMappings,

        @JsonPropertyDescription("Variables in clear text, by name; anyone who may read this resource reads them. "
                + "Absent: default none.")
        @Size(max = 200)
        List<NameValue> environment,

        @JsonPropertyDescription(
                "Variables read from Secrets Manager or SSM when a task starts, by name. " + "Absent: default none.")
        @Size(max = 64)
        List<Secret> secrets,

        @JsonPropertyDescription(
                "Where output goes. Absent: default awslogs to the environment's defaults.logs, else " + "nowhere.")
        LogConfiguration logConfiguration,

        @JsonPropertyDescription("Makes this container the task's FireLens log router. Absent: default none.")
        FirelensConfiguration firelensConfiguration,

        @JsonPropertyDescription(
                "Command that tells whether the container is healthy. Absent: default none, also where the "
                        + "image has a HEALTHCHECK: ECS ignores it.")
        HealthCheck healthCheck,

        @JsonPropertyDescription(
                "What must have happened to other containers before this one starts. " + "Absent: default nothing.")
        @Size(max = 10)
        List<Dependency> dependsOn,

        @JsonPropertyDescription("Seconds, 2 to 120, that containers depending on this one wait for it. "
                + "Absent: default Fargate's own 3 minutes.")
        @Min(2)
        @Max(120)
        Integer startTimeout,

        @JsonPropertyDescription("Seconds, 2 to 120, between SIGTERM and SIGKILL. Absent: default 30.")
        @Min(2)
        @Max(120)
        Integer stopTimeout,

        @JsonPropertyDescription("Volumes seen by this container, by path. Absent: default none.") @Size(max = 20)
        List<MountPoint> mountPoints,

        @JsonPropertyDescription("Make the container's root file system read-only. Absent: default false.")
        Boolean readonlyRootFilesystem,

        @JsonPropertyDescription(
                "Labels of the container itself, seen by agents such as a log router. Absent: default none.")
        @Size(max = 50)
        Map<String, @Size(max = 1024) String> dockerLabels,

        @JsonPropertyDescription(
                "Files of NAME=value lines in S3, in order: the first that sets a variable wins, and environment wins "
                        + "over all. Absent: default none.")
        @Size(max = 10)
        List<EnvironmentFile> environmentFiles,

        @JsonPropertyDescription("Restart this container alone when it exits, without a new task. Absent: default off.")
        RestartPolicy restartPolicy,

        @JsonPropertyDescription("Mount points taken over from other containers of the task. Absent: default none.")
        @Size(max = 10)
        List<VolumeFrom> volumesFrom,

        @JsonPropertyDescription("Resource limits; Fargate lets nofile be set. Absent: default Fargate's, 65535.")
        @Size(max = 15)
        List<Ulimit> ulimits,

        @JsonPropertyDescription("Init process, capabilities and tmpfs. Absent: default none of them.")
        LinuxParameters linuxParameters,

        @JsonPropertyDescription(
                "Kernel parameters, by name. Containers of a task share them: where two set the same one, the container "
                        + "that starts last decides. Absent: default the platform's.")
        @Size(max = 50)
        List<SystemControl> systemControls,

        @JsonPropertyDescription("Allocate a terminal (TTY). Absent: default false.")
        Boolean pseudoTerminal,

        @JsonPropertyDescription("Keep standard input open. Absent: default false.")
        Boolean interactive,

        @JsonPropertyDescription(
                "enabled: all tasks of a deployment run the digest that the image's tag had at its start; disabled: "
                        + "each task asks again. Absent: default enabled.")
        VersionConsistency versionConsistency,

        @JsonPropertyDescription(
                "How to log in to a private registry other than ECR; needs an execution role. Absent: default not at all.")
        RepositoryCredentials repositoryCredentials) {

    public Container {
        command = Api.filled(command);
        entryPoint = Api.filled(entryPoint);
        portMappings = Api.filled(portMappings);
        environment = Api.filled(environment);
        secrets = Api.filled(secrets);
        dependsOn = Api.filled(dependsOn);
        mountPoints = Api.filled(mountPoints);
        dockerLabels = Api.filled(dockerLabels);
        environmentFiles = Api.filled(environmentFiles);
        volumesFrom = Api.filled(volumesFrom);
        ulimits = Api.filled(ulimits);
        systemControls = Api.filled(systemControls);
    }

    /** A variable in clear text. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NameValue(
            @JsonPropertyDescription("Name of the variable.") @Required @Size(min = 1, max = 128)
            String name,

            @JsonPropertyDescription("Its value. Absent: default the empty string.") @Size(max = 32768)
            String value) {}

    /** A value that ECS reads when a task starts; a later change of the secret reaches new tasks only. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Secret(
            @JsonPropertyDescription("Name of the variable or option.") @Required @Size(min = 1, max = 128)
            String name,

            @JsonPropertyDescription(
                    "ARN of a Secrets Manager secret (may end in :json-key:version-stage:version-id) or of "
                            + "an SSM parameter. Must match the environment's access.secrets.")
            @Required
            @Size(max = 1280)
            @ValidationRule(value = Formats.SECRET, message = Formats.SECRET_SAYS)
            String valueFrom) {}

    /** A wait for another container of the task. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Dependency(
            @JsonPropertyDescription("The other container.") @Required @Size(max = 255)
            String containerName,

            @JsonPropertyDescription(
                    "START (it runs), HEALTHY (its health check passed), COMPLETE (it ended) or SUCCESS (it "
                            + "ended with exit code 0); the last two for a container with essential: false.")
            @Required
            ContainerCondition condition) {}

    public enum ContainerCondition {
        START,
        COMPLETE,
        SUCCESS,
        HEALTHY
    }

    /** A volume as one container sees it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MountPoint(
            @JsonPropertyDescription("Name of a volume of the task.") @Required @Size(max = 255)
            String sourceVolume,

            @JsonPropertyDescription("Path in the container.") @Required @Size(min = 1, max = 4096)
            String containerPath,

            @JsonPropertyDescription("Mount without the right to write. Absent: default false.")
            Boolean readOnly) {}

    public enum VersionConsistency {
        enabled,
        disabled
    }
}
