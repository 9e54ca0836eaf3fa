package dev.fargate.runtime;

import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.engine.Recipe;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
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
                        indexes.services()
                                .running(
                                        before.getMetadata().getNamespace(),
                                        before.getMetadata().getName())
                                .forEach(service -> indexes.services().all().wake(ResourceID.fromResource(service)));
                        indexes.tasks()
                                .naming(
                                        before.getMetadata().getNamespace(),
                                        before.getMetadata().getName())
                                .forEach(task -> indexes.tasks().all().wake(ResourceID.fromResource(task)));
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
