package dev.fargate.runtime;

import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.engine.Recipe;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The controller of FargateTaskDefinition. */
final class TaskDefinitionLoop extends Loop<FargateTaskDefinition, FargateTaskDefinitionStatus> {
    private final TaskDefinitionIndex index;

    TaskDefinitionLoop(
            Recipe<FargateTaskDefinition, FargateTaskDefinitionStatus> recipe,
            EventPublisher events,
            Indexes indexes,
            BooleanSupplier started) {
        super(
                recipe,
                events,
                new StatusWriter.Maker<>(FargateTaskDefinition::new, (before, status) -> {
                    if (TaskDefinitionIndex.changed(before, status)) {
                        String namespace = before.getMetadata().getNamespace();
                        String name = before.getMetadata().getName();
                        indexes.services().all().wakeUsers(namespace, name);
                        indexes.tasks().all().wakeUsers(namespace, name);
                        indexes.schedules().all().wakeUsers(namespace, name);
                    }
                }),
                started);
        this.index = indexes.taskDefinitions();
    }

    @Override
    public List<EventSource<?, FargateTaskDefinition>> prepareEventSources(
            EventSourceContext<FargateTaskDefinition> context) {
        index.attach(context.getPrimaryCache());
        return List.of(index.all().wakeUps());
    }
}
