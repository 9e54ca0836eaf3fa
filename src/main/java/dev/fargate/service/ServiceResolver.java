package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceSpec;
import dev.fargate.api.ServiceHooks;
import dev.fargate.api.ServiceHooks.Stage;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.Fence;
import dev.fargate.environment.Ownership;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.ResolvedEnvironment.Edition;
import dev.fargate.environment.WorkloadTags;
import dev.fargate.taskdefinition.TaskContext;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import dev.fargate.turn.Tolerance;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From a FargateService and its environment to the service that should be in ECS. Pure. */
final class ServiceResolver {
    private static final int REVISION_HISTORY_LIMIT = 3;
    private static final Duration PROGRESS_DEADLINE = Duration.ofMinutes(15);

    private ServiceResolver() {}

    static Resolution<DesiredService> resolve(
            FargateService resource,
            ResolvedEnvironment environment,
            TaskDefinitionOf taskDefinitions,
            String clusterId) {
        FargateServiceSpec spec = resource.getSpec();
        String namespace = resource.getMetadata().getNamespace();
        Optional<Problem> fenced = fenced(resource, new Fence(environment, namespace));
        if (fenced.isPresent()) {
            return new Resolution.Unresolved<>(fenced.get());
        }
        Optional<String> restartAt = Api.annotation(resource, Api.RESTART_AT);
        if (restartAt.isPresent() && restartAt.flatMap(ServiceResolver::instant).isEmpty()) {
            return new Resolution.Unresolved<>(Problem.stalled(
                    "Invalid",
                    "Annotation %s is not an RFC 3339 time such as 2026-03-01T12:00:00Z: %s"
                            .formatted(Api.RESTART_AT, restartAt.get())));
        }
        Owner owner = Ownership.owner(resource, clusterId);
        return switch (WorkloadTags.of(environment, spec.tags(), owner)) {
            case Resolution.Unresolved<Map<String, String>> unresolved ->
                new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<Map<String, String>> tags -> {
                TaskContext context = new TaskContext(
                        namespace,
                        owner.name(),
                        family(owner),
                        environment.scope().region(),
                        environment.defaults(),
                        tags.desired());
                yield switch (TaskSources.of(resource, taskDefinitions, context)) {
                    case Resolution.Unresolved<TaskSource> unresolved ->
                        new Resolution.Unresolved<>(unresolved.problem());
                    case Resolution.Resolved<TaskSource> task ->
                        new Resolution.Resolved<>(new DesiredService(
                                new Ownership(environment, owner, Optional.ofNullable(spec.adoptionPolicy())),
                                environment.scope(),
                                environment.place(),
                                task.desired(),
                                ServiceRequests.creation(spec, environment, serviceName(resource), tags.desired()),
                                Optional.ofNullable(spec.desiredCount()),
                                settings(spec, restartAt.flatMap(ServiceResolver::instant), environment.edition())));
                };
            }
        };
    }

    private static DesiredService.Settings settings(
            FargateServiceSpec spec, Optional<Instant> restartAt, Edition edition) {
        return new DesiredService.Settings(
                spec.revisionHistoryLimit() == null ? REVISION_HISTORY_LIMIT : spec.revisionHistoryLimit(),
                progressDeadline(spec),
                restartAt,
                edition,
                hooks(spec.hooks()),
                false,
                Tolerance.of(spec.driftPolicy(), spec.ignoreFields()));
    }

    private static Set<Stage> hooks(ServiceHooks hooks) {
        Set<Stage> given = EnumSet.noneOf(Stage.class);
        if (hooks != null && hooks.preDeploy() != null) {
            given.add(Stage.preDeploy);
        }
        if (hooks != null && hooks.postDeploy() != null) {
            given.add(Stage.postDeploy);
        }
        return given;
    }

    /** The ECS service. {@code _} cannot occur in a Kubernetes name, so no two resources meet. */
    static String serviceName(FargateService resource) {
        return resource.getSpec().serviceName() == null
                ? resource.getMetadata().getNamespace() + "_"
                        + resource.getMetadata().getName()
                : resource.getSpec().serviceName();
    }

    /** The family of the revisions that a service registers itself. */
    static String family(Owner owner) {
        return owner.namespace() + "_" + owner.name();
    }

    /** An RFC 3339 time; empty if it is none. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration progressDeadline(FargateServiceSpec spec) {
        return spec.deployment() == null || spec.deployment().progressDeadlineSeconds() == null
                ? PROGRESS_DEADLINE
                : Duration.ofSeconds(spec.deployment().progressDeadlineSeconds());
    }

    private static Optional<Problem> fenced(FargateService resource, Fence fence) {
        FargateServiceSpec spec = resource.getSpec();
        return Stream.of(
                        Stream.ofNullable(spec.task())
                                .map(task ->
                                        fence.check(task, resource.getMetadata().getName())),
                        Stream.ofNullable(spec.serviceName()).map(fence::checkServiceName),
                        Stream.ofNullable(spec.taskDefinition())
                                .filter(definition -> definition.startsWith("arn:"))
                                .map(fence::checkTaskDefinition),
                        Stream.ofNullable(spec.network()).map(fence::check),
                        spec.loadBalancers().stream()
                                .map(balancer -> fence.checkTargetGroup(
                                        "spec.loadBalancers.targetGroupArn", balancer.targetGroupArn())),
                        Stream.of(fence.checkExecuteCommand(spec.enableExecuteCommand())),
                        spec.serviceRegistries().stream()
                                .map(registry -> fence.checkServiceRegistry(registry.registryArn())))
                .flatMap(checks -> checks.flatMap(Optional::stream))
                .findFirst();
    }
}
