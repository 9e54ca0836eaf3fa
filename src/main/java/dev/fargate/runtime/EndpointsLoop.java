package dev.fargate.runtime;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.engine.Recipe;
import io.fabric8.kubernetes.api.model.Condition;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The controller of FargateEndpoints. */
final class EndpointsLoop extends Loop<FargateEndpoints, FargateEndpointsStatus> {
    private final Index index;

    EndpointsLoop(
            Recipe<FargateEndpoints, FargateEndpointsStatus> recipe,
            EventPublisher events,
            Index index,
            BooleanSupplier started) {
        super(recipe, events, new StatusWriter.Maker<>(FargateEndpoints::new, (before, status) -> {}), started);
        this.index = index;
    }

    @Override
    public List<EventSource<?, FargateEndpoints>> prepareEventSources(EventSourceContext<FargateEndpoints> context) {
        index.attach(context.getPrimaryCache());
        return List.of();
    }

    /** Those that the controller's own informer holds. */
    static final class Index {
        private final AtomicReference<IndexerResourceCache<FargateEndpoints>> cache = new AtomicReference<>();

        private void attach(IndexerResourceCache<FargateEndpoints> primaries) {
            cache.set(primaries);
        }

        /** Those whose place an environment is. */
        Stream<String> naming(String environment) {
            return cache.get() == null
                    ? Stream.of()
                    : cache.get()
                            .list(endpoints ->
                                    environment.equals(endpoints.getSpec().environment()))
                            .map(endpoints -> endpoints.getMetadata().getName());
        }

        /** The conditions of each; none before the informer runs. */
        Stream<List<Condition>> conditions() {
            return cache.get() == null
                    ? Stream.of()
                    : cache.get()
                            .list()
                            .map(endpoints -> endpoints.getStatus() == null
                                    ? List.of()
                                    : endpoints.getStatus().conditions());
        }
    }
}
