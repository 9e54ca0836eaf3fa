package dev.fargate.ending;

import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.taskdefinition.FargateSize;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Volume;

/** What a diagnosis of a workload's tasks may name. Nothing of environment, secrets or command is in it. */
public final class Circumstances {
    private static final String LOG_GROUP = "awslogs-group";
    private static final String USUAL_ARCHITECTURE = "X86_64";

    private Circumstances() {}

    /**
     * What is known of tasks.
     *
     * @param content what they are made of, where that is known
     * @param placed where they are; null where nothing is known of it
     */
    public static TaskFacts of(Optional<RegisterTaskDefinitionRequest> content, NetworkConfiguration placed) {
        RegisterTaskDefinitionRequest task =
                content.orElseGet(() -> RegisterTaskDefinitionRequest.builder().build());
        AwsVpcConfiguration network =
                placed == null ? AwsVpcConfiguration.builder().build() : placed.awsvpcConfiguration();
        return new TaskFacts(
                size(task),
                new TaskFacts.Roles(text(task.executionRoleArn()), text(task.taskRoleArn())),
                new TaskFacts.Network(
                        network.subnets(),
                        network.securityGroups(),
                        network.assignPublicIp() == AssignPublicIp.ENABLED),
                task.containerDefinitions().stream()
                        .map(Circumstances::container)
                        .toList(),
                task.volumes().stream().map(Circumstances::volume).toList());
    }

    private static TaskFacts.Size size(RegisterTaskDefinitionRequest task) {
        return new TaskFacts.Size(
                number(task.memory()),
                task.cpu() == null || task.memory() == null
                        ? ""
                        : FargateSize.larger(Integer.parseInt(task.cpu()), Integer.parseInt(task.memory()))
                                .orElse(""),
                task.ephemeralStorage() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(task.ephemeralStorage().sizeInGiB()),
                task.runtimePlatform() == null || task.runtimePlatform().cpuArchitecture() == null
                        ? USUAL_ARCHITECTURE
                        : task.runtimePlatform().cpuArchitectureAsString());
    }

    private static TaskFacts.Container container(ContainerDefinition container) {
        return new TaskFacts.Container(
                container.name(),
                !Boolean.FALSE.equals(container.essential()),
                container.memory() == null ? OptionalInt.empty() : OptionalInt.of(container.memory()),
                Optional.ofNullable(container.logConfiguration())
                        .map(logs -> logs.options().get(LOG_GROUP))
                        .orElse(""),
                container.healthCheck() != null);
    }

    private static String volume(Volume volume) {
        return volume.efsVolumeConfiguration() == null
                ? volume.name()
                : "%s (%s)"
                        .formatted(
                                volume.name(), volume.efsVolumeConfiguration().fileSystemId());
    }

    private static OptionalInt number(String text) {
        return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
