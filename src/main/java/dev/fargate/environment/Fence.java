package dev.fargate.environment;

import dev.fargate.api.Access;
import dev.fargate.api.Container;
import dev.fargate.api.LogConfiguration;
import dev.fargate.api.LogConfiguration.LogDriver;
import dev.fargate.api.Network;
import dev.fargate.api.Task;
import dev.fargate.api.TaskOverrides;
import dev.fargate.api.Volume;
import dev.fargate.api.Volume.AuthorizationConfig;
import dev.fargate.api.Volume.EfsVolumeConfiguration;
import dev.fargate.api.WorkloadDefaults;
import dev.fargate.api.WorkloadDefaults.Logs;
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

    /**
     * The first thing in a task that the environment does not allow.
     *
     * @param workload the name of the resource, which may write to the log group that the environment gives it
     */
    public Optional<Problem> check(Task task, String workload) {
        WorkloadDefaults defaults = environment.defaults();
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
                .or(() -> first(task.containers().stream().flatMap(container -> checks(container, workload))))
                .or(() -> first(task.volumes().stream()
                        .filter(volume -> volume.efsVolumeConfiguration() != null)
                        .map(this::check)));
    }

    /** The first role in the overrides of a run that the environment does not allow. */
    public Optional<Problem> check(TaskOverrides overrides) {
        WorkloadDefaults defaults = environment.defaults();
        Access access = environment.access();
        return check(
                        "spec.overrides.executionRoleArn",
                        overrides.executionRoleArn(),
                        own(defaults.executionRoleArn()),
                        access.roles(),
                        "roles")
                .or(() -> check(
                        "spec.overrides.taskRoleArn",
                        overrides.taskRoleArn(),
                        own(defaults.taskRoleArn()),
                        access.roles(),
                        "roles"));
    }

    /** What the environment gives for one field is allowed for that field only: a task role can do what the code in it likes. */
    private static List<String> own(String value) {
        return value == null ? List.of() : List.of(value);
    }

    /** The first subnet or security group of an override that the environment does not allow. */
    public Optional<Problem> check(Network override) {
        return check("spec.network", override);
    }

    /**
     * The same for what is not the network of tasks.
     *
     * @param path of the field that has subnets and security groups
     */
    public Optional<Problem> check(String path, Network override) {
        Network own = environment.network();
        Access access = environment.access();
        return first(override.subnets().stream()
                        .map(subnet -> check(path + ".subnets", subnet, own.subnets(), access.subnets(), "subnets")))
                .or(() -> first(override.securityGroups().stream()
                        .map(group -> check(
                                path + ".securityGroups",
                                group,
                                own.securityGroups(),
                                access.securityGroups(),
                                "securityGroups"))));
    }

    public Optional<Problem> checkTargetGroup(String field, String arn) {
        return check(field, arn, List.of(), environment.access().targetGroups(), "targetGroups");
    }

    /** A certificate, whose private key a listener then uses. */
    public Optional<Problem> checkCertificate(String field, String arn) {
        return check(field, arn, List.of(), environment.access().certificates(), "certificates");
    }

    public Optional<Problem> checkServiceRegistry(String arn) {
        return check(
                "spec.serviceRegistries.registryArn",
                arn,
                List.of(),
                environment.access().serviceRegistries(),
                "serviceRegistries");
    }

    /** Whether people may open a shell in the containers, which then acts with the task's role. */
    public Optional<Problem> checkExecuteCommand(Boolean enabled) {
        return !Boolean.TRUE.equals(enabled)
                        || Boolean.TRUE.equals(environment.access().allowExecuteCommand())
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "NotAllowed",
                        "spec.enableExecuteCommand: environment %s does not let services open a shell in their containers. Set the environment's access.allowExecuteCommand to true, or remove the field."
                                .formatted(environment.name())));
    }

    /** A revision that a service runs by ARN. */
    public Optional<Problem> checkTaskDefinition(String arn) {
        return check("spec.taskDefinition", arn, List.of(), environment.access().taskDefinitions(), "taskDefinitions");
    }

    /** The role with which EventBridge Scheduler starts tasks. */
    public Optional<Problem> checkSchedulerRole(String arn) {
        return check("spec.role", arn, List.of(), environment.access().roles(), "roles");
    }

    /** The queue that gets what could not be started. */
    public Optional<Problem> checkQueue(String arn) {
        return check(
                "spec.deadLetterQueueArn", arn, List.of(), environment.access().queues(), "queues");
    }

    public Optional<Problem> checkKey(String arn) {
        return check("spec.kmsKeyArn", arn, List.of(), environment.access().keys(), "keys");
    }

    /** A service that is not the namespace's own by its name. */
    public Optional<Problem> checkServiceName(String service) {
        return service.startsWith(namespace + "_")
                ? Optional.empty()
                : check(
                        "spec.serviceName",
                        environment.serviceArn(service),
                        List.of(),
                        environment.access().adopt(),
                        "adopt");
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

    private Stream<Optional<Problem>> checks(Container container, String workload) {
        String path = "spec.task.containers[%s]".formatted(container.name());
        Optional<LogConfiguration> log = Optional.ofNullable(container.logConfiguration());
        return Stream.of(
                        container.secrets().stream()
                                .map(secret -> checkSecret(
                                        path + ".secrets[%s].valueFrom".formatted(secret.name()), secret.valueFrom())),
                        log.stream()
                                .flatMap(configuration -> configuration.secretOptions().stream())
                                .map(option -> checkSecret(
                                        path + ".logConfiguration.secretOptions[%s].valueFrom".formatted(option.name()),
                                        option.valueFrom())),
                        Stream.ofNullable(container.repositoryCredentials())
                                .map(credentials -> checkSecret(
                                        path + ".repositoryCredentials.credentialsParameter",
                                        credentials.credentialsParameter())),
                        container.environmentFiles().stream()
                                .map(file -> check(
                                        path + ".environmentFiles",
                                        file.value(),
                                        List.of(),
                                        environment.access().environmentFiles(),
                                        "environmentFiles")),
                        log.stream()
                                .filter(configuration -> configuration.logDriver() == LogDriver.awslogs)
                                .map(configuration -> checkLogGroup(path, configuration, workload)))
                .flatMap(checks -> checks);
    }

    private Optional<Problem> checkSecret(String field, String arn) {
        return check(field, arn, List.of(), environment.access().secrets(), "secrets");
    }

    /** The execution role writes it, which may be the environment's: a tenant must not write into another's log. */
    private Optional<Problem> checkLogGroup(String path, LogConfiguration configuration, String workload) {
        Logs logs = environment.defaults().logs();
        return check(
                path + ".logConfiguration.options[awslogs-group]",
                configuration.options().get("awslogs-group"),
                logs == null ? List.of() : List.of(LogGroupName.of(logs, namespace, workload)),
                environment.access().logGroups(),
                "logGroups");
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
