package dev.fargate.service;

import dev.fargate.api.Container;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceSpec;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.aws.Digest;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.taskdefinition.DesiredTaskDefinition;
import dev.fargate.taskdefinition.TaskContext;
import dev.fargate.taskdefinition.TaskDefinitionRequests;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** Resolves what a service runs: its own task, a FargateTaskDefinition of its namespace, or a revision by ARN. Pure. */
final class TaskSources {
    private static final String ARN = "arn:";

    private TaskSources() {}

    static Resolution<TaskSource> of(FargateService resource, TaskDefinitionOf definitions, TaskContext context) {
        FargateServiceSpec spec = resource.getSpec();
        if (spec.taskDefinition() == null) {
            return switch (TaskDefinitionRequests.resolve(spec.task(), context)) {
                case Resolution.Unresolved<DesiredTaskDefinition> unresolved ->
                    new Resolution.Unresolved<>(unresolved.problem());
                case Resolution.Resolved<DesiredTaskDefinition> own ->
                    new Resolution.Resolved<>(new TaskSource.Own(own.desired()));
            };
        }
        return spec.taskDefinition().startsWith(ARN)
                ? new Resolution.Resolved<>(new TaskSource.Given(
                        spec.taskDefinition(), Digest.token(spec.taskDefinition()), 0, Optional.empty()))
                : named(resource, definitions.find(context.namespace(), spec.taskDefinition()), context);
    }

    private static Resolution<TaskSource> named(
            FargateService resource, Optional<FargateTaskDefinition> found, TaskContext context) {
        FargateServiceSpec spec = resource.getSpec();
        if (found.isEmpty()) {
            return unresolved(Problem.stalled(
                    "TaskDefinitionNotFound",
                    "spec.taskDefinition: there is no FargateTaskDefinition %s in namespace %s. Create it, or see what there is: kubectl get ftd -n %s"
                            .formatted(
                                    spec.taskDefinition(),
                                    resource.getMetadata().getNamespace(),
                                    resource.getMetadata().getNamespace())));
        }
        FargateTaskDefinition definition = found.get();
        return invalid(spec, definition)
                .or(() -> notReady(definition))
                .map(TaskSources::unresolved)
                .orElseGet(() -> new Resolution.Resolved<>(new TaskSource.Given(
                        definition.getStatus().taskDefinition().arn(),
                        definition.getStatus().taskDefinition().hash(),
                        definition.getMetadata().getGeneration(),
                        content(definition, context))));
    }

    private static Optional<RegisterTaskDefinitionRequest> content(
            FargateTaskDefinition definition, TaskContext context) {
        String name = definition.getMetadata().getName();
        TaskContext own =
                new TaskContext(context.namespace(), name, name, context.region(), context.defaults(), context.tags());
        return TaskDefinitionRequests.resolve(definition.getSpec().task(), own)
                        instanceof Resolution.Resolved<DesiredTaskDefinition> resolved
                ? Optional.of(resolved.desired().request())
                : Optional.empty();
    }

    private static Optional<Problem> invalid(FargateServiceSpec spec, FargateTaskDefinition definition) {
        if (!definition.getSpec().environment().equals(spec.environment())) {
            return Optional.of(Problem.stalled(
                    "Invalid",
                    "spec.taskDefinition: FargateTaskDefinition %s is of environment %s, this service of %s. Name one of the same environment."
                            .formatted(
                                    spec.taskDefinition(), definition.getSpec().environment(), spec.environment())));
        }
        List<Container> containers = definition.getSpec().task().containers();
        Stream<Optional<Problem>> balancers = spec.loadBalancers().stream()
                .map(balancer -> port(
                        containers,
                        "spec.loadBalancers",
                        spec.taskDefinition(),
                        balancer.containerName(),
                        balancer.containerPort()));
        Stream<Optional<Problem>> registries = spec.serviceRegistries().stream()
                .filter(registry -> registry.containerName() != null)
                .map(registry -> port(
                        containers,
                        "spec.serviceRegistries",
                        spec.taskDefinition(),
                        registry.containerName(),
                        registry.containerPort()));
        return Stream.concat(balancers, registries).flatMap(Optional::stream).findFirst();
    }

    /** The same rule as that of the API server for a service with its own task. */
    private static Optional<Problem> port(
            List<Container> containers, String field, String definition, String name, Integer port) {
        boolean there = containers.stream()
                .filter(container -> container.name().equals(name))
                .flatMap(container -> container.portMappings().stream())
                .anyMatch(mapping -> port.equals(mapping.containerPort()));
        return there
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "Invalid",
                        "%s: containerName %s and containerPort %d are not in FargateTaskDefinition %s: name one of its containers, and a port of its portMappings."
                                .formatted(field, name, port, definition)));
    }

    /**
     * While a revision is being registered it is waited for. Once that is refused, or the task definition is paused, its last one runs
     * on: a service can still be scaled then, and its drift is put back.
     */
    private static Optional<Problem> notReady(FargateTaskDefinition definition) {
        FargateTaskDefinitionStatus status = definition.getStatus();
        boolean settled = status != null
                && status.taskDefinition() != null
                && status.taskDefinition().arn() != null
                && definition.getMetadata().getGeneration().equals(status.observedGeneration())
                && !Conditions.isTrue(status.conditions(), Conditions.RECONCILING);
        if (settled && !definition.isMarkedForDeletion()) {
            return Optional.empty();
        }
        String name = definition.getMetadata().getName();
        String why = definition.isMarkedForDeletion()
                ? "it is being deleted."
                : Optional.ofNullable(status)
                        .flatMap(known -> Conditions.find(known.conditions(), Conditions.READY))
                        .map(Condition::getMessage)
                        .orElse("it has not been looked at yet.");
        return Optional.of(Problem.waiting(
                "TaskDefinitionNotReady",
                "FargateTaskDefinition %s is not ready: %s See: kubectl describe ftd -n %s %s"
                        .formatted(name, why, definition.getMetadata().getNamespace(), name)));
    }

    private static Resolution<TaskSource> unresolved(Problem problem) {
        return new Resolution.Unresolved<>(problem);
    }
}
