package dev.fargate.environment;

import dev.fargate.api.Container;
import dev.fargate.api.FargateEnvironmentSpec.Access;
import dev.fargate.api.FargateEnvironmentSpec.Defaults;
import dev.fargate.api.Network;
import dev.fargate.api.Task;
import dev.fargate.api.Volume;
import dev.fargate.api.Volume.AuthorizationConfig;
import dev.fargate.api.Volume.EfsVolumeConfiguration;
import dev.fargate.engine.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a namespace may name what it names: everything given by ARN or id is either the environment's own or matches a pattern of
 * its {@code access}.
 */
public final class Fence {
    private final ResolvedEnvironment environment;
    private final String namespace;

    public Fence(ResolvedEnvironment environment, String namespace) {
        this.environment = environment;
        this.namespace = namespace;
    }

    /** The first thing in a task that the environment does not allow. */
    public Optional<Problem> check(Task task) {
        Defaults defaults = environment.defaults();
        Access access = environment.access();
        return check(
                        "spec.task.executionRoleArn",
                        task.executionRoleArn(),
                        own(defaults.executionRoleArn()),
                        access.roles(),
                        "roles")
                .or(() -> check(
                        "spec.task.taskRoleArn",
                        task.taskRoleArn(),
                        own(defaults.taskRoleArn()),
                        access.roles(),
                        "roles"))
                .or(() -> first(task.containers().stream().map(this::check)))
                .or(() -> first(task.volumes().stream()
                        .filter(volume -> volume.efsVolumeConfiguration() != null)
                        .map(this::check)));
    }

    /** What the environment gives for one field is allowed for that field only: a task role can do what the code in it likes. */
    private static List<String> own(String value) {
        return value == null ? List.of() : List.of(value);
    }

    /** The first subnet or security group of an override that the environment does not allow. */
    public Optional<Problem> check(Network override) {
        Network own = environment.network();
        Access access = environment.access();
        return first(override.subnets().stream()
                        .map(subnet ->
                                check("spec.network.subnets", subnet, own.subnets(), access.subnets(), "subnets")))
                .or(() -> first(override.securityGroups().stream()
                        .map(group -> check(
                                "spec.network.securityGroups",
                                group,
                                own.securityGroups(),
                                access.securityGroups(),
                                "securityGroups"))));
    }

    public Optional<Problem> checkTargetGroup(String arn) {
        return check(
                "spec.loadBalancers.targetGroupArn",
                arn,
                List.of(),
                environment.access().targetGroups(),
                "targetGroups");
    }

    public Optional<Problem> checkServiceRegistry(String arn) {
        return check(
                "spec.serviceRegistries.registryArn",
                arn,
                List.of(),
                environment.access().serviceRegistries(),
                "serviceRegistries");
    }

    /** A revision that a service runs by ARN. */
    public Optional<Problem> checkTaskDefinition(String arn) {
        return check("spec.taskDefinition", arn, List.of(), environment.access().taskDefinitions(), "taskDefinitions");
    }

    /** A family that is not the namespace's own by its name. */
    public Optional<Problem> checkFamily(String family) {
        return family.startsWith(namespace + "_")
                ? Optional.empty()
                : check(
                        "spec.family",
                        environment.familyArn(family),
                        List.of(),
                        environment.access().taskDefinitions(),
                        "taskDefinitions");
    }

    /** A file system that is allowed is so with all its access points; {@code fs-…/fsap-…} allows just that one. */
    private Optional<Problem> check(Volume volume) {
        EfsVolumeConfiguration efs = volume.efsVolumeConfiguration();
        List<String> patterns = environment.access().fileSystems();
        String point = Optional.ofNullable(efs.authorizationConfig())
                .map(AuthorizationConfig::accessPointId)
                .map(id -> efs.fileSystemId() + "/" + id)
                .orElse(efs.fileSystemId());
        return Patterns.anyMatches(patterns, namespace, efs.fileSystemId())
                ? Optional.empty()
                : check(
                        "spec.task.volumes[%s].efsVolumeConfiguration.fileSystemId".formatted(volume.name()),
                        point,
                        List.of(),
                        patterns,
                        "fileSystems");
    }

    private Optional<Problem> check(Container container) {
        Stream<Container.Secret> logSecrets = container.logConfiguration() == null
                ? Stream.of()
                : container.logConfiguration().secretOptions().stream();
        return first(Stream.concat(container.secrets().stream(), logSecrets)
                .map(secret -> check(
                        "spec.task.containers[%s].secrets[%s].valueFrom".formatted(container.name(), secret.name()),
                        secret.valueFrom(),
                        List.of(),
                        environment.access().secrets(),
                        "secrets")));
    }

    private Optional<Problem> check(String field, String value, List<String> own, List<String> patterns, String list) {
        return value == null || own.contains(value) || Patterns.anyMatches(patterns, namespace, value)
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "NotAllowed",
                        "%s: environment %s does not let namespace %s use %s. Add a pattern for it to the environment's access.%s, or name another."
                                .formatted(field, environment.name(), namespace, value, list)));
    }

    private static Optional<Problem> first(Stream<Optional<Problem>> checks) {
        return checks.flatMap(Optional::stream).findFirst();
    }
}
