package dev.fargate.runtime;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.engine.Recipe;
import dev.fargate.service.Waves;
import io.fabric8.kubernetes.api.model.Namespace;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The controller of FargateService. Namespaces are watched for their labels, which environments select by. */
final class ServiceLoop extends Loop<FargateService, FargateServiceStatus> {
    private final Indexes indexes;

    ServiceLoop(
            Recipe<FargateService, FargateServiceStatus> recipe,
            EventPublisher events,
            Indexes indexes,
            Waves waves,
            BooleanSupplier started) {
        super(
                recipe,
                events,
                new StatusWriter.Maker<>(FargateService::new, (before, status) -> waves.after(before, status)
                        .forEach(indexes.services().all()::wakeOwner)),
                started);
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
                            // Namespaces are watched once: the other kinds are woken from here.
                            WorkloadIndex<FargateTaskDefinition> definitions =
                                    indexes.taskDefinitions().all();
                            definitions.inNamespace(name).stream()
                                    .map(ResourceID::fromResource)
                                    .forEach(definitions::wake);
                            WorkloadIndex<FargateTask> tasks = indexes.tasks().all();
                            tasks.inNamespace(name).stream()
                                    .map(ResourceID::fromResource)
                                    .forEach(tasks::wake);
                            WorkloadIndex<FargateSchedule> schedules =
                                    indexes.schedules().all();
                            schedules.inNamespace(name).stream()
                                    .map(ResourceID::fromResource)
                                    .forEach(schedules::wake);
                            return indexes.services().all().inNamespace(name).stream()
                                    .map(ResourceID::fromResource)
                                    .collect(Collectors.toSet());
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
