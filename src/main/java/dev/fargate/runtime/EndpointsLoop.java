package dev.fargate.runtime;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.engine.Recipe;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The controller of FargateEndpoints. */
final class EndpointsLoop extends Loop<FargateEndpoints, FargateEndpointsStatus> {
    private final EndpointsIndex index;

    EndpointsLoop(
            Recipe<FargateEndpoints, FargateEndpointsStatus> recipe,
            EventPublisher events,
            Indexes indexes,
            BooleanSupplier started) {
        super(
                recipe,
                events,
                new StatusWriter.Maker<>(FargateEndpoints::new, (before, status) -> {
                    if (status.vpcId() != null
                            && !EndpointsIndex.shown(before.getStatus()).equals(EndpointsIndex.shown(status))) {
                        indexes.environments().wakeIn(status.vpcId());
                    }
                }),
                started);
        this.index = indexes.endpoints();
    }

    @Override
    public List<EventSource<?, FargateEndpoints>> prepareEventSources(EventSourceContext<FargateEndpoints> context) {
        index.attach(context.getPrimaryCache());
        return List.of(index.wakeUps());
    }
}
