package dev.fargate.runtime;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.engine.Recipe;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The controller of FargateSchedule. */
final class ScheduleLoop extends Loop<FargateSchedule, FargateScheduleStatus> {
    private final ScheduleIndex index;

    ScheduleLoop(
            Recipe<FargateSchedule, FargateScheduleStatus> recipe,
            EventPublisher events,
            Indexes indexes,
            BooleanSupplier started) {
        super(
                recipe,
                events,
                new StatusWriter.Maker<>(FargateSchedule::new, (before, status) -> {
                    if (ScheduleIndex.changed(before, status)) {
                        indexes.tasks().wakeRuns(before);
                    }
                }),
                started);
        this.index = indexes.schedules();
    }

    @Override
    public List<EventSource<?, FargateSchedule>> prepareEventSources(EventSourceContext<FargateSchedule> context) {
        index.attach(context.getPrimaryCache());
        return List.of(index.all().wakeUps());
    }
}
