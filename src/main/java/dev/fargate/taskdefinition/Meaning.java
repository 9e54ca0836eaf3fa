package dev.fargate.taskdefinition;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.MountPoint;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.Secret;
import software.amazon.awssdk.services.ecs.model.SystemControl;
import software.amazon.awssdk.services.ecs.model.Tmpfs;
import software.amazon.awssdk.services.ecs.model.Ulimit;
import software.amazon.awssdk.services.ecs.model.Volume;
import software.amazon.awssdk.services.ecs.model.VolumeFrom;

/**
 * What a task definition says, as the paths of the spec and the text that stands there: two that mean the same are equal. A list whose
 * items have a name is read as a map, one without order as a set, and what ECS fills in is as good as absent.
 */
final class Meaning {
    /** Stands at the path of a list's item; its fields follow under it. */
    static final String SET = "set";

    /** Who it is, when and by whom; what ECS derives; and the host port, which in awsvpc mode is the container's. */
    private static final Set<String> NOT_COMPARED = Set.of(
            "family",
            "tags",
            "taskDefinitionArn",
            "revision",
            "status",
            "requiresAttributes",
            "compatibilities",
            "registeredAt",
            "registeredBy",
            "deregisteredAt",
            "deleteRequestedAt",
            "containers.portMappings.hostPort");

    /** What ECS fills in, or does, where the field is absent (ECS API reference, RegisterTaskDefinition and its types). */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("runtimePlatform.cpuArchitecture", "X86_64"),
            entry("runtimePlatform.operatingSystemFamily", "LINUX"),
            entry("enableFaultInjection", "false"),
            entry("proxyConfiguration.type", "APPMESH"),
            entry("containers.cpu", "0"),
            entry("containers.essential", "true"),
            entry("containers.disableNetworking", "false"),
            entry("containers.privileged", "false"),
            entry("containers.readonlyRootFilesystem", "false"),
            entry("containers.interactive", "false"),
            entry("containers.pseudoTerminal", "false"),
            entry("containers.stopTimeout", "30"),
            entry("containers.versionConsistency", "enabled"),
            entry("containers.portMappings.protocol", "tcp"),
            entry("containers.healthCheck.interval", "30"),
            entry("containers.healthCheck.timeout", "5"),
            entry("containers.healthCheck.retries", "3"),
            entry("containers.healthCheck.startPeriod", "0"),
            entry("containers.restartPolicy.enabled", "false"),
            entry("containers.restartPolicy.restartAttemptPeriod", "300"),
            entry("containers.linuxParameters.initProcessEnabled", "false"),
            entry("containers.mountPoints.readOnly", "false"),
            entry("containers.volumesFrom.readOnly", "false"),
            entry("volumes.configuredAtLaunch", "false"),
            entry("volumes.efsVolumeConfiguration.rootDirectory", "/"),
            entry("volumes.efsVolumeConfiguration.transitEncryption", "DISABLED"),
            entry("volumes.efsVolumeConfiguration.authorizationConfig.iam", "DISABLED"));

    private static final Set<String> WITHOUT_ORDER = Set.of(
            "requiresCompatibilities",
            "placementConstraints",
            "containers.dependsOn",
            "containers.restartPolicy.ignoredExitCodes",
            "containers.linuxParameters.capabilities.add",
            "containers.linuxParameters.capabilities.drop",
            "containers.linuxParameters.tmpfs.mountOptions");

    private final SortedMap<String, String> texts = new TreeMap<>();

    private Meaning() {}

    static SortedMap<String, String> of(SdkPojo taskDefinition) {
        Meaning meaning = new Meaning();
        meaning.members("", "", taskDefinition);
        return meaning.texts;
    }

    /**
     * Reads the fields of a structure.
     *
     * @param shape the path without the names of items
     */
    private void members(String path, String shape, SdkPojo structure) {
        for (SdkField<?> field : structure.sdkFields()) {
            String name = field.locationName().equals("containerDefinitions") ? "containers" : field.locationName();
            String dot = path.isEmpty() ? "" : ".";
            if (!NOT_COMPARED.contains(shape + dot + name)) {
                read(path + dot + name, shape + dot + name, field.getValueOrDefault(structure));
            }
        }
    }

    private void read(String path, String shape, Object value) {
        switch (value) {
            case null -> {}
            case SdkPojo structure -> members(path, shape, structure);
            case Map<?, ?> map -> map.forEach((key, item) -> texts.put(path + "[" + key + "]", item.toString()));
            case List<?> items -> items(path, shape, items);
            default -> {
                if (!value.toString().equals(DEFAULTS.get(shape))) {
                    texts.put(path, value.toString());
                }
            }
        }
    }

    private void items(String path, String shape, List<?> items) {
        if (items.stream().allMatch(item -> name(item) != null)) {
            items.forEach(item -> item(path + "[" + name(item) + "]", shape, (SdkPojo) item));
        } else {
            texts.put(
                    path,
                    (WITHOUT_ORDER.contains(shape)
                                    ? items.stream().map(Meaning::text).sorted()
                                    : items.stream().map(Meaning::text))
                            .collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private void item(String path, String shape, SdkPojo item) {
        switch (item) {
            case KeyValuePair pair -> texts.put(path, pair.value() == null ? "" : pair.value());
            case Secret secret -> texts.put(path, secret.valueFrom());
            default -> {
                texts.put(path, SET);
                members(path, shape, item);
            }
        }
    }

    /** What ECS knows an item by within its list; null for a list that is none of names. */
    private static String name(Object item) {
        return switch (item) {
            case ContainerDefinition container -> container.name();
            case KeyValuePair pair -> pair.name();
            case Secret secret -> secret.name();
            case MountPoint mount -> mount.containerPath();
            case VolumeFrom from -> from.sourceContainer();
            case Ulimit ulimit -> ulimit.nameAsString();
            case SystemControl control -> control.namespace();
            case Tmpfs tmpfs -> tmpfs.containerPath();
            case Volume volume -> volume.name();
            case PortMapping port ->
                (port.containerPortRange() == null ? port.containerPort() : port.containerPortRange())
                        + "/"
                        + (port.protocol() == null ? "tcp" : port.protocolAsString());
            default -> null;
        };
    }

    private static String text(Object item) {
        return item instanceof SdkPojo structure ? of(structure).toString() : item.toString();
    }
}
