package dev.fargate.taskdefinition;

import static dev.fargate.taskdefinition.ContainerDefinitions.filled;

import dev.fargate.api.LinuxParameters.Capability;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.KernelCapabilities;
import software.amazon.awssdk.services.ecs.model.LinuxParameters;
import software.amazon.awssdk.services.ecs.model.SystemControl;
import software.amazon.awssdk.services.ecs.model.Tmpfs;
import software.amazon.awssdk.services.ecs.model.Ulimit;

/** A container's limits, capabilities and kernel parameters as ECS takes them; only mount options have an order. */
final class LinuxSettings {
    private LinuxSettings() {}

    static List<Ulimit> ulimits(List<dev.fargate.api.Ulimit> ulimits) {
        return ulimits.stream()
                .sorted(Comparator.comparing(dev.fargate.api.Ulimit::name))
                .map(ulimit -> Ulimit.builder()
                        .name(ulimit.name())
                        .softLimit(ulimit.softLimit())
                        .hardLimit(ulimit.hardLimit())
                        .build())
                .toList();
    }

    static List<SystemControl> systemControls(List<dev.fargate.api.SystemControl> controls) {
        return controls.stream()
                .sorted(Comparator.comparing(dev.fargate.api.SystemControl::namespace))
                .map(control -> SystemControl.builder()
                        .namespace(control.namespace())
                        .value(control.value())
                        .build())
                .toList();
    }

    static LinuxParameters parameters(dev.fargate.api.LinuxParameters parameters) {
        return parameters == null
                ? null
                : LinuxParameters.builder()
                        .initProcessEnabled(parameters.initProcessEnabled())
                        .capabilities(capabilities(parameters.capabilities()))
                        .tmpfs(filled(parameters.tmpfs().stream()
                                .sorted(Comparator.comparing(dev.fargate.api.LinuxParameters.Tmpfs::containerPath))
                                .map(mount -> Tmpfs.builder()
                                        .containerPath(mount.containerPath())
                                        .size(mount.size())
                                        .mountOptions(filled(mount.mountOptions()))
                                        .build())
                                .toList()))
                        .build();
    }

    private static KernelCapabilities capabilities(dev.fargate.api.LinuxParameters.KernelCapabilities capabilities) {
        return capabilities == null
                ? null
                : KernelCapabilities.builder()
                        .add(filled(names(capabilities.add())))
                        .drop(filled(names(capabilities.drop())))
                        .build();
    }

    private static List<String> names(List<Capability> capabilities) {
        return capabilities.stream().map(Capability::name).sorted().toList();
    }
}
