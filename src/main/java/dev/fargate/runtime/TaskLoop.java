package dev.fargate.runtime;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.engine.Recipe;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The controller of FargateTask. */
final class TaskLoop extends Loop<FargateTask, FargateTaskStatus> {
    private final TaskIndex index;

    TaskLoop(
            Recipe<FargateTask, FargateTaskStatus> recipe,
            EventPublisher events,
            Indexes indexes,
            BooleanSupplier started) {
        super(
                recipe,
                events,
                new StatusWriter.Maker<>(FargateTask::new, (before, status) -> {
                    String schedule = before.getSpec().fromSchedule();
                    if (schedule != null && TaskIndex.changed(before, status)) {
                        indexes.schedules()
                                .all()
                                .wake(new ResourceID(
                                        schedule, before.getMetadata().getNamespace()));
                    }
                }),
                started);
        this.index = indexes.tasks();
    }

    @Override
    public List<EventSource<?, FargateTask>> prepareEventSources(EventSourceContext<FargateTask> context) {
        index.attach(context.getPrimaryCache());
        return List.of(index.all().wakeUps());
    }
}
