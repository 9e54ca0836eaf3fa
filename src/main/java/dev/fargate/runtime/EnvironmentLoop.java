package dev.fargate.runtime;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.engine.Recipe;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The controller of FargateEnvironment. */
final class EnvironmentLoop extends Loop<FargateEnvironment, FargateEnvironmentStatus> {
    private final EnvironmentIndex index;

    EnvironmentLoop(
            Recipe<FargateEnvironment, FargateEnvironmentStatus> recipe,
            EventPublisher events,
            Indexes indexes,
            BooleanSupplier started) {
        super(
                recipe,
                events,
                new StatusWriter.Maker<>(FargateEnvironment::new, (before, status) -> {
                    if (EnvironmentIndex.changed(before, status)) {
                        indexes.wake(before.getMetadata().getName());
                    }
                }),
                started);
        this.index = indexes.environments();
    }

    @Override
    public List<EventSource<?, FargateEnvironment>> prepareEventSources(
            EventSourceContext<FargateEnvironment> context) {
        index.attach(context.getPrimaryCache());
        return List.of(index.wakeUps());
    }
}
