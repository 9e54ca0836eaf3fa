package dev.fargate.task;

import dev.fargate.api.Container;
import dev.fargate.api.StoppedTask.StoppedContainer;
import dev.fargate.api.TaskAttempt.AttemptedContainer;
import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.ending.Circumstances;
import dev.fargate.ending.EndedTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * The containers of a run's tasks.
 *
 * @param aside those that are not essential: their end says nothing of the task's
 * @param facts what a diagnosis may name; none while the environment cannot be used
 * @param logs the awslogs options of each container that has them
 */
record Crew(Set<String> aside, TaskFacts facts, Map<String, Map<String, String>> logs) {
    private static final String GROUP = "awslogs-group";
    private static final String PREFIX = "awslogs-stream-prefix";

    Crew {
        aside = Set.copyOf(aside);
        logs = Map.copyOf(logs);
    }

    /**
     * What is known of them.
     *
     * @param declared in the task or task definition of the manifest; none for a revision by ARN, of which every container counts
     */
    static Crew of(Optional<List<Container>> declared, Optional<DesiredRun> desired) {
        Optional<RegisterTaskDefinitionRequest> content =
                desired.flatMap(run -> run.source().content());
        return new Crew(
                declared.stream()
                        .flatMap(List::stream)
                        .filter(container -> Boolean.FALSE.equals(container.essential()))
                        .map(Container::name)
                        .collect(Collectors.toSet()),
                desired.map(run -> Circumstances.of(content, run.template().networkConfiguration()))
                        .orElse(TaskFacts.NONE),
                content.stream()
                        .flatMap(request -> request.containerDefinitions().stream())
                        .filter(container -> container.logConfiguration() != null
                                && container.logConfiguration().options().containsKey(GROUP))
                        .collect(Collectors.toMap(
                                ContainerDefinition::name,
                                container -> container.logConfiguration().options())));
    }

    boolean counts(String container) {
        return !aside.contains(container);
    }

    /** Those that ended, first the one that it most likely lies with. */
    List<AttemptedContainer> ended(Task task) {
        Stream<StoppedContainer> containers = EndedTask.containers(task).stream();
        return containers
                .map(container -> new AttemptedContainer(
                        container.name(),
                        container.exitCode(),
                        container.reason(),
                        logs.getOrDefault(container.name(), Map.of()).get(GROUP),
                        stream(container.name(), Judge.id(task))))
                .toList();
    }

    /** ECS Developer Guide, "awslogs-stream-prefix": prefix-name/container-name/ecs-task-id. */
    private String stream(String container, String task) {
        String prefix = logs.getOrDefault(container, Map.of()).get(PREFIX);
        return prefix == null ? null : "%s/%s/%s".formatted(prefix, container, task);
    }
}
