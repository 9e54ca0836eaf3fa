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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The controller of FargateEndpoints. */
final class EndpointsLoop extends Loop<FargateEndpoints, FargateEndpointsStatus> {
    private final Index index;

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
                            && !Index.shown(before.getStatus()).equals(Index.shown(status))) {
                        indexes.environments().wakeIn(status.vpcId());
                    }
                }),
                started);
        this.index = indexes.endpoints();
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

        /** What is known of those of a VPC; empty when it has none. */
        String in(String vpcId) {
            return cache.get() == null
                    ? ""
                    : cache.get()
                            .list(endpoints -> endpoints.getStatus() != null
                                    && vpcId.equals(endpoints.getStatus().vpcId()))
                            .map(endpoints -> endpoints.getMetadata().getName() + shown(endpoints.getStatus()))
                            .sorted()
                            .collect(Collectors.joining(" "));
        }

        private static List<String> shown(FargateEndpointsStatus status) {
            return status == null
                    ? List.of()
                    : status.endpoints().stream()
                            .map(endpoint -> endpoint.id() + " " + endpoint.state())
                            .toList();
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
