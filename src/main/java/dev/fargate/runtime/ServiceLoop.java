package dev.fargate.runtime;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.engine.Recipe;
import io.fabric8.kubernetes.api.model.Namespace;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** The controller of FargateService. Namespaces are watched for their labels, which environments select by. */
final class ServiceLoop extends Loop<FargateService, FargateServiceStatus> {
    private final ServiceIndex index;

    ServiceLoop(
            Recipe<FargateService, FargateServiceStatus> recipe,
            EventPublisher events,
            ServiceIndex index,
            BooleanSupplier started) {
        super(recipe, events, new StatusWriter.Maker<>(FargateService::new, (resource, status) -> {}), started);
        this.index = index;
    }

    @Override
    public List<EventSource<?, FargateService>> prepareEventSources(EventSourceContext<FargateService> context) {
        index.attach(context.getPrimaryCache());
        InformerEventSource<Namespace, FargateService> namespaces = new InformerEventSource<>(
                InformerEventSourceConfiguration.from(Namespace.class, FargateService.class)
                        .withName("namespaces")
                        .withWatchAllNamespaces()
                        .withSecondaryToPrimaryMapper(namespace ->
                                index.inNamespace(namespace.getMetadata().getName()))
                        .withOnUpdateFilter((after, before) -> !Objects.equals(
                                after.getMetadata().getLabels(),
                                before.getMetadata().getLabels()))
                        .build(),
                context);
        index.attach(namespaces);
        return List.of(namespaces, index.wakeUps());
    }
}
