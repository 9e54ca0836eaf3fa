package dev.fargate.taskdefinition;

import dev.fargate.api.Container;
import dev.fargate.api.LogConfiguration.LogDriver;
import dev.fargate.api.ProxyConfiguration;
import dev.fargate.api.RuntimePlatform;
import dev.fargate.api.Task;
import dev.fargate.api.Volume;
import dev.fargate.api.WorkloadDefaults;
import dev.fargate.api.WorkloadDefaults.Logs;
import dev.fargate.aws.ContentHash;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SdkTags;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.LogGroupName;
import dev.fargate.taskdefinition.DesiredTaskDefinition.LogGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.EphemeralStorage;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.ProxyConfigurationType;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Turns a task into the request that registers it. */
public final class TaskDefinitionRequests {
    private static final String LINUX = "LINUX";

    private TaskDefinitionRequests() {}

    /** The revision that a task asks for, or the field that keeps it from being one. */
    public static Resolution<DesiredTaskDefinition> resolve(Task task, TaskContext context) {
        WorkloadDefaults defaults = context.defaults();
        Integer cpu = first(task.cpu(), defaults.cpu());
        Integer memory = first(task.memory(), defaults.memory());
        String executionRole = first(task.executionRoleArn(), defaults.executionRoleArn());
        Optional<String> invalid = sizeProblem(cpu, memory)
                .or(() -> executionRole == null ? whyExecutionRole(task, defaults) : Optional.empty());
        if (invalid.isPresent()) {
            return new Resolution.Unresolved<>(Problem.stalled("Invalid", invalid.get()));
        }
        RegisterTaskDefinitionRequest.Builder request = RegisterTaskDefinitionRequest.builder()
                .family(context.family())
                .networkMode(NetworkMode.AWSVPC)
                .requiresCompatibilities(Compatibility.FARGATE)
                .cpu(cpu.toString())
                .memory(memory.toString())
                .executionRoleArn(executionRole)
                .taskRoleArn(first(task.taskRoleArn(), defaults.taskRoleArn()))
                .runtimePlatform(platform(first(task.runtimePlatform(), defaults.runtimePlatform())))
                .pidMode(task.pidMode())
                .enableFaultInjection(task.enableFaultInjection())
                .proxyConfiguration(proxy(task.proxyConfiguration()))
                .containerDefinitions(task.containers().stream()
                        .map(container -> ContainerDefinitions.of(container, logs(container, context)))
                        .toList());
        if (!task.volumes().isEmpty()) {
            request.volumes(task.volumes().stream()
                    .sorted(Comparator.comparing(Volume::name))
                    .map(Volumes::of)
                    .toList());
        }
        if (task.ephemeralStorage() != null) {
            request.ephemeralStorage(EphemeralStorage.builder()
                    .sizeInGiB(task.ephemeralStorage().sizeInGiB())
                    .build());
        }
        String hash = ContentHash.of(request.build());
        return new Resolution.Resolved<>(
                new DesiredTaskDefinition(tagged(request, context, hash), hash, logGroups(task, context)));
    }

    private static RegisterTaskDefinitionRequest tagged(
            RegisterTaskDefinitionRequest.Builder request, TaskContext context, String hash) {
        List<Tag> tags = new ArrayList<>(SdkTags.list(context.tags()));
        tags.add(Tag.builder().key(Owner.CONTENT).value(hash).build());
        return request.tags(tags).build();
    }

    private static Optional<String> sizeProblem(Integer cpu, Integer memory) {
        if (cpu == null) {
            return Optional.of("spec.task.cpu is missing and the environment has no defaults.cpu: set one of them.");
        }
        if (memory == null) {
            return Optional.of(
                    "spec.task.memory is missing and the environment has no defaults.memory: set one of them.");
        }
        return FargateSize.isValid(cpu, memory)
                ? Optional.empty()
                : Optional.of("Fargate has no size with cpu %d and memory %d: %s."
                        .formatted(cpu, memory, FargateSize.choices(cpu)));
    }

    private static Optional<String> whyExecutionRole(Task task, WorkloadDefaults defaults) {
        return task.containers().stream()
                .flatMap(container -> needingExecutionRole(container, defaults)
                        .map(what ->
                                ("spec.task.executionRoleArn is missing: container %s uses %s, for which Fargate needs an"
                                                + " execution role. Set it there or in the environment's defaults.")
                                        .formatted(container.name(), what)))
                .findFirst();
    }

    /** ECS Developer Guide, "Task execution IAM role": who pulls, reads secrets or files and writes awslogs needs it. */
    private static Stream<String> needingExecutionRole(Container container, WorkloadDefaults defaults) {
        boolean logSecrets = container.logConfiguration() != null
                && !container.logConfiguration().secretOptions().isEmpty();
        return Stream.of(
                        !container.secrets().isEmpty() || logSecrets ? "secrets" : "",
                        container.environmentFiles().isEmpty() ? "" : "environmentFiles",
                        container.repositoryCredentials() == null ? "" : "repositoryCredentials",
                        writesAwslogs(container, defaults) ? "awslogs" : "")
                .filter(what -> !what.isEmpty());
    }

    private static boolean writesAwslogs(Container container, WorkloadDefaults defaults) {
        return container.logConfiguration() == null
                ? defaults.logs() != null
                : container.logConfiguration().logDriver() == LogDriver.awslogs;
    }

    private static Optional<Map<String, String>> logs(Container container, TaskContext context) {
        Logs logs = context.defaults().logs();
        return logs == null || container.logConfiguration() != null
                ? Optional.empty()
                : Optional.of(Map.of(
                        "awslogs-group", LogGroupName.of(logs, context.namespace(), context.name()),
                        "awslogs-region", context.region(),
                        "awslogs-stream-prefix", context.name()));
    }

    private static List<LogGroup> logGroups(Task task, TaskContext context) {
        Logs logs = context.defaults().logs();
        boolean used = task.containers().stream().anyMatch(container -> container.logConfiguration() == null);
        return logs == null || !used || Boolean.FALSE.equals(logs.create())
                ? List.of()
                : List.of(new LogGroup(
                        LogGroupName.of(logs, context.namespace(), context.name()),
                        logs.retentionInDays() == null ? OptionalInt.empty() : OptionalInt.of(logs.retentionInDays()),
                        Map.of(Owner.CLUSTER, context.tags().getOrDefault(Owner.CLUSTER, ""))));
    }

    private static software.amazon.awssdk.services.ecs.model.ProxyConfiguration proxy(ProxyConfiguration proxy) {
        return proxy == null
                ? null
                : software.amazon.awssdk.services.ecs.model.ProxyConfiguration.builder()
                        .type(ProxyConfigurationType.APPMESH)
                        .containerName(proxy.containerName())
                        .properties(proxy.properties().stream()
                                .sorted(Comparator.comparing(ProxyConfiguration.Property::name))
                                .map(property -> KeyValuePair.builder()
                                        .name(property.name().name())
                                        .value(property.value() == null ? "" : property.value())
                                        .build())
                                .toList())
                        .build();
    }

    private static software.amazon.awssdk.services.ecs.model.RuntimePlatform platform(RuntimePlatform platform) {
        return platform == null
                ? null
                : software.amazon.awssdk.services.ecs.model.RuntimePlatform.builder()
                        .cpuArchitecture(
                                platform.cpuArchitecture() == null
                                        ? null
                                        : platform.cpuArchitecture().name())
                        .operatingSystemFamily(first(platform.operatingSystemFamily(), LINUX))
                        .build();
    }

    private static <T> T first(T own, T otherwise) {
        return own == null ? otherwise : own;
    }
}
