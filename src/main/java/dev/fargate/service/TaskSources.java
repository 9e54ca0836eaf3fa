package dev.fargate.service;

import dev.fargate.api.Container;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceSpec;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.aws.Digest;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.taskdefinition.DesiredTaskDefinition;
import dev.fargate.taskdefinition.GivenRevision;
import dev.fargate.taskdefinition.TaskContext;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import dev.fargate.taskdefinition.TaskDefinitionRequests;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
                : named(spec, definitions, context);
    }

    private static Resolution<TaskSource> named(
            FargateServiceSpec spec, TaskDefinitionOf definitions, TaskContext context) {
        GivenRevision.Reference reference =
                new GivenRevision.Reference(spec.taskDefinition(), spec.environment(), "service");
        return switch (GivenRevision.of(reference, definitions, context, definition -> invalid(spec, definition))) {
            case Resolution.Unresolved<GivenRevision> unresolved -> new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<GivenRevision> given ->
                new Resolution.Resolved<>(new TaskSource.Given(
                        given.desired().arn(),
                        given.desired().hash(),
                        given.desired().generation(),
                        given.desired().content()));
        };
    }

    private static Optional<Problem> invalid(FargateServiceSpec spec, FargateTaskDefinition definition) {
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
}
