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
    private final Indexes indexes;

    ServiceLoop(
            Recipe<FargateService, FargateServiceStatus> recipe,
            EventPublisher events,
            Indexes indexes,
            BooleanSupplier started) {
        super(recipe, events, new StatusWriter.Maker<>(FargateService::new, (resource, status) -> {}), started);
        this.indexes = indexes;
    }

    @Override
    public List<EventSource<?, FargateService>> prepareEventSources(EventSourceContext<FargateService> context) {
        indexes.services().attach(context.getPrimaryCache());
        InformerEventSource<Namespace, FargateService> namespaces = new InformerEventSource<>(
                InformerEventSourceConfiguration.from(Namespace.class, FargateService.class)
                        .withName("namespaces")
                        .withWatchAllNamespaces()
                        .withSecondaryToPrimaryMapper(namespace -> {
                            String name = namespace.getMetadata().getName();
                            // Namespaces are watched once: the other kind is woken from here.
                            indexes.taskDefinitions()
                                    .all()
                                    .inNamespace(name)
                                    .forEach(indexes.taskDefinitions().all()::wake);
                            return indexes.services().all().inNamespace(name);
                        })
                        .withOnUpdateFilter((after, before) -> !Objects.equals(
                                after.getMetadata().getLabels(),
                                before.getMetadata().getLabels()))
                        .build(),
                context);
        indexes.services().attach(namespaces);
        return List.of(namespaces, indexes.services().all().wakeUps());
    }
}
