package dev.fargate.runtime;

import dev.fargate.api.FargateService;
import dev.fargate.environment.Workloads;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Namespace;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The services that the controller's own informer holds, by environment and by namespace, and the way to wake them. */
final class ServiceIndex implements Workloads {
    private static final String BY_ENVIRONMENT = "environment";
    private static final String BY_NAMESPACE = "ofNamespace";

    private final SimpleInboundEventSource<FargateService> wakeUps = new SimpleInboundEventSource<>("aws");
    private IndexerResourceCache<FargateService> cache;
    private InformerEventSource<Namespace, FargateService> namespaces;

    void attach(IndexerResourceCache<FargateService> primaries) {
        primaries.addIndexers(Map.of(
                BY_ENVIRONMENT, service -> List.of(service.getSpec().environment()),
                BY_NAMESPACE, service -> List.of(service.getMetadata().getNamespace())));
        cache = primaries;
    }

    void attach(InformerEventSource<Namespace, FargateService> informer) {
        namespaces = informer;
    }

    SimpleInboundEventSource<FargateService> wakeUps() {
        return wakeUps;
    }

    @Override
    public List<String> naming(String environment) {
        return cache.byIndex(BY_ENVIRONMENT, environment).stream()
                .map(ServiceIndex::owner)
                .sorted()
                .toList();
    }

    void wake(String environment) {
        cache.byIndex(BY_ENVIRONMENT, environment).stream()
                .map(ResourceID::fromResource)
                .forEach(wakeUps::propagateEvent);
    }

    /**
     * AWS has news for a service.
     *
     * @param owner {@code namespace/name}
     */
    void wakeOwner(String owner) {
        int slash = owner.indexOf('/');
        wakeUps.propagateEvent(new ResourceID(owner.substring(slash + 1), owner.substring(0, slash)));
    }

    /** The revisions that the services of an environment are to run, and the owner of each. */
    Map<String, String> revisions(String environment) {
        Map<String, String> owners = new HashMap<>();
        cache.byIndex(BY_ENVIRONMENT, environment).forEach(service -> {
            if (service.getStatus() != null
                    && service.getStatus().taskDefinition() != null
                    && service.getStatus().taskDefinition().arn() != null) {
                owners.put(service.getStatus().taskDefinition().arn(), owner(service));
            }
        });
        return owners;
    }

    private static String owner(FargateService service) {
        return service.getMetadata().getNamespace() + "/"
                + service.getMetadata().getName();
    }

    Set<ResourceID> inNamespace(String namespace) {
        return cache.byIndex(BY_NAMESPACE, namespace).stream()
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }

    /** The conditions of each; none before the informer runs. */
    Stream<List<Condition>> conditions() {
        return cache == null
                ? Stream.of()
                : cache.list()
                        .map(service -> service.getStatus() == null
                                ? List.of()
                                : service.getStatus().conditions());
    }

    /** The labels of a namespace; none while it is not known. */
    Map<String, String> labels(String namespace) {
        return Optional.ofNullable(namespaces)
                .flatMap(informer -> informer.get(new ResourceID(namespace)))
                .map(found -> found.getMetadata().getLabels())
                .orElse(Map.of());
    }
}
