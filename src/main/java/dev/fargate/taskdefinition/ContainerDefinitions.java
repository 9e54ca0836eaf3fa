package dev.fargate.taskdefinition;

import dev.fargate.api.Container;
import dev.fargate.api.Container.NameValue;
import dev.fargate.api.PortMapping;
import dev.fargate.api.RestartPolicy;
import dev.fargate.api.VolumeFrom;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ContainerDependency;
import software.amazon.awssdk.services.ecs.model.ContainerRestartPolicy;
import software.amazon.awssdk.services.ecs.model.EnvironmentFile;
import software.amazon.awssdk.services.ecs.model.EnvironmentFileType;
import software.amazon.awssdk.services.ecs.model.FirelensConfiguration;
import software.amazon.awssdk.services.ecs.model.HealthCheck;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.MountPoint;
import software.amazon.awssdk.services.ecs.model.RepositoryCredentials;
import software.amazon.awssdk.services.ecs.model.Secret;

/** Containers as ECS takes them. What ECS keys by name is sorted by name, so that an order that means nothing does not roll. */
final class ContainerDefinitions {
    private ContainerDefinitions() {}

    /**
     * One container.
     *
     * @param awslogs options of the environment's log group, for a container that configures no log
     */
    static ContainerDefinition of(Container container, Optional<Map<String, String>> awslogs) {
        return ContainerDefinition.builder()
                .name(container.name())
                .image(container.image())
                .essential(container.essential())
                .command(filled(container.command()))
                .entryPoint(filled(container.entryPoint()))
                .workingDirectory(container.workingDirectory())
                .user(container.user())
                .cpu(container.cpu())
                .memory(container.memory())
                .memoryReservation(container.memoryReservation())
                .portMappings(filled(container.portMappings().stream()
                        .sorted(Comparator.comparing(
                                        PortMapping::containerPort, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(
                                        PortMapping::containerPortRange,
                                        Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(PortMapping::protocol, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .map(ContainerDefinitions::port)
                        .toList()))
                .environment(filled(container.environment().stream()
                        .sorted(Comparator.comparing(NameValue::name))
                        .map(pair -> KeyValuePair.builder()
                                .name(pair.name())
                                .value(pair.value())
                                .build())
                        .toList()))
                .secrets(filled(secrets(container.secrets())))
                .logConfiguration(logConfiguration(container.logConfiguration(), awslogs))
                .firelensConfiguration(firelens(container.firelensConfiguration()))
                .healthCheck(healthCheck(container.healthCheck()))
                .dependsOn(filled(container.dependsOn().stream()
                        .sorted(Comparator.comparing(Container.Dependency::containerName)
                                .thenComparing(Container.Dependency::condition))
                        .map(dependency -> ContainerDependency.builder()
                                .containerName(dependency.containerName())
                                .condition(dependency.condition().name())
                                .build())
                        .toList()))
                .startTimeout(container.startTimeout())
                .stopTimeout(container.stopTimeout())
                .mountPoints(filled(container.mountPoints().stream()
                        .sorted(Comparator.comparing(Container.MountPoint::containerPath))
                        .map(mount -> MountPoint.builder()
                                .sourceVolume(mount.sourceVolume())
                                .containerPath(mount.containerPath())
                                .readOnly(mount.readOnly())
                                .build())
                        .toList()))
                .readonlyRootFilesystem(container.readonlyRootFilesystem())
                .dockerLabels(container.dockerLabels().isEmpty() ? null : container.dockerLabels())
                .environmentFiles(filled(container.environmentFiles().stream()
                        .map(file -> EnvironmentFile.builder()
                                .type(EnvironmentFileType.S3)
                                .value(file.value())
                                .build())
                        .toList()))
                .restartPolicy(restartPolicy(container.restartPolicy()))
                .volumesFrom(filled(container.volumesFrom().stream()
                        .sorted(Comparator.comparing(VolumeFrom::sourceContainer))
                        .map(from -> software.amazon.awssdk.services.ecs.model.VolumeFrom.builder()
                                .sourceContainer(from.sourceContainer())
                                .readOnly(from.readOnly())
                                .build())
                        .toList()))
                .ulimits(filled(LinuxSettings.ulimits(container.ulimits())))
                .linuxParameters(LinuxSettings.parameters(container.linuxParameters()))
                .systemControls(filled(LinuxSettings.systemControls(container.systemControls())))
                .pseudoTerminal(container.pseudoTerminal())
                .interactive(container.interactive())
                .versionConsistency(name(container.versionConsistency()))
                .repositoryCredentials(repositoryCredentials(container.repositoryCredentials()))
                .build();
    }

    private static software.amazon.awssdk.services.ecs.model.PortMapping port(PortMapping mapping) {
        return software.amazon.awssdk.services.ecs.model.PortMapping.builder()
                .containerPort(mapping.containerPort())
                .containerPortRange(mapping.containerPortRange())
                .protocol(name(mapping.protocol()))
                .name(mapping.name())
                .appProtocol(name(mapping.appProtocol()))
                .build();
    }

    private static LogConfiguration logConfiguration(
            dev.fargate.api.LogConfiguration configuration, Optional<Map<String, String>> awslogs) {
        if (configuration == null) {
            return awslogs.map(options -> LogConfiguration.builder()
                            .logDriver(LogDriver.AWSLOGS)
                            .options(options)
                            .build())
                    .orElse(null);
        }
        return LogConfiguration.builder()
                .logDriver(configuration.logDriver().name())
                .options(configuration.options().isEmpty() ? null : configuration.options())
                .secretOptions(filled(secrets(configuration.secretOptions())))
                .build();
    }

    private static List<Secret> secrets(List<Container.Secret> secrets) {
        return secrets.stream()
                .sorted(Comparator.comparing(Container.Secret::name))
                .map(secret -> Secret.builder()
                        .name(secret.name())
                        .valueFrom(secret.valueFrom())
                        .build())
                .toList();
    }

    private static FirelensConfiguration firelens(dev.fargate.api.FirelensConfiguration configuration) {
        return configuration == null
                ? null
                : FirelensConfiguration.builder()
                        .type(configuration.type().name())
                        .options(configuration.options().isEmpty() ? null : configuration.options())
                        .build();
    }

    private static ContainerRestartPolicy restartPolicy(RestartPolicy policy) {
        return policy == null
                ? null
                : ContainerRestartPolicy.builder()
                        .enabled(policy.enabled())
                        .ignoredExitCodes(filled(
                                policy.ignoredExitCodes().stream().sorted().toList()))
                        .restartAttemptPeriod(policy.restartAttemptPeriod())
                        .build();
    }

    private static RepositoryCredentials repositoryCredentials(dev.fargate.api.RepositoryCredentials credentials) {
        return credentials == null
                ? null
                : RepositoryCredentials.builder()
                        .credentialsParameter(credentials.credentialsParameter())
                        .build();
    }

    private static HealthCheck healthCheck(dev.fargate.api.HealthCheck check) {
        return check == null
                ? null
                : HealthCheck.builder()
                        .command(check.command())
                        .interval(check.interval())
                        .timeout(check.timeout())
                        .retries(check.retries())
                        .startPeriod(check.startPeriod())
                        .build();
    }

    static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** An unset list is not sent; an empty one would be. */
    static <C extends Collection<?>> C filled(C list) {
        return list.isEmpty() ? null : list;
    }
}
