package dev.fargate.runtime;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.engine.Recipe;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** The controller of FargateTask. */
final class TaskLoop extends Loop<FargateTask, FargateTaskStatus> {
    private final TaskIndex index;

    TaskLoop(
            Recipe<FargateTask, FargateTaskStatus> recipe,
            EventPublisher events,
            TaskIndex index,
            BiConsumer<FargateTask, FargateTaskStatus> told,
            BooleanSupplier started) {
        super(recipe, events, new StatusWriter.Maker<>(FargateTask::new, told), started);
        this.index = index;
    }

    @Override
    public List<EventSource<?, FargateTask>> prepareEventSources(EventSourceContext<FargateTask> context) {
        index.attach(context.getPrimaryCache());
        return List.of(index.all().wakeUps());
    }
}
