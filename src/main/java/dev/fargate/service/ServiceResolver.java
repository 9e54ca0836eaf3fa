package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceSpec;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.Fence;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.WorkloadTags;
import dev.fargate.taskdefinition.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
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
        Optional<Problem> fenced = fenced(spec, new Fence(environment, namespace));
        if (fenced.isPresent()) {
            return new Resolution.Unresolved<>(fenced.get());
        }
        Optional<String> restartAt = annotation(resource, Api.RESTART_AT);
        if (restartAt.isPresent() && restartAt.flatMap(ServiceResolver::instant).isEmpty()) {
            return new Resolution.Unresolved<>(Problem.stalled(
                    "Invalid",
                    "Annotation %s is not an RFC 3339 time such as 2026-03-01T12:00:00Z: %s"
                            .formatted(Api.RESTART_AT, restartAt.get())));
        }
        Owner owner = owner(resource, clusterId);
        return switch (WorkloadTags.of(environment, spec.tags(), owner)) {
            case Resolution.Unresolved<Map<String, String>> unresolved ->
                new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<Map<String, String>> tags -> {
                TaskContext context = new TaskContext(
                        namespace,
                        owner.name(),
                        name(owner),
                        environment.scope().region(),
                        environment.defaults(),
                        tags.desired());
                yield switch (TaskSources.of(resource, taskDefinitions, context)) {
                    case Resolution.Unresolved<TaskSource> unresolved ->
                        new Resolution.Unresolved<>(unresolved.problem());
                    case Resolution.Resolved<TaskSource> task ->
                        new Resolution.Resolved<>(new DesiredService(
                                owner,
                                environment.scope(),
                                environment.place(),
                                task.desired(),
                                ServiceRequests.creation(spec, environment, name(owner), tags.desired()),
                                Optional.ofNullable(spec.desiredCount()),
                                settings(spec, restartAt.flatMap(ServiceResolver::instant))));
                };
            }
        };
    }

    private static DesiredService.Settings settings(FargateServiceSpec spec, Optional<Instant> restartAt) {
        return new DesiredService.Settings(
                spec.revisionHistoryLimit() == null ? REVISION_HISTORY_LIMIT : spec.revisionHistoryLimit(),
                progressDeadline(spec),
                restartAt);
    }

    static Owner owner(FargateService resource, String clusterId) {
        return new Owner(
                clusterId,
                resource.getKind(),
                resource.getMetadata().getNamespace(),
                resource.getMetadata().getName(),
                resource.getMetadata().getUid());
    }

    /** Service and family. {@code _} cannot occur in a Kubernetes name, so no two resources meet. */
    static String name(Owner owner) {
        return owner.namespace() + "_" + owner.name();
    }

    static Optional<String> annotation(FargateService resource, String key) {
        return Optional.ofNullable(resource.getMetadata().getAnnotations()).map(annotations -> annotations.get(key));
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

    private static Optional<Problem> fenced(FargateServiceSpec spec, Fence fence) {
        return Stream.of(
                        Stream.ofNullable(spec.task()).map(fence::check),
                        Stream.ofNullable(spec.taskDefinition())
                                .filter(definition -> definition.startsWith("arn:"))
                                .map(fence::checkTaskDefinition),
                        Stream.ofNullable(spec.network()).map(fence::check),
                        spec.loadBalancers().stream()
                                .map(balancer -> fence.checkTargetGroup(balancer.targetGroupArn())),
                        spec.serviceRegistries().stream()
                                .map(registry -> fence.checkServiceRegistry(registry.registryArn())))
                .flatMap(checks -> checks.flatMap(Optional::stream))
                .findFirst();
    }
}
