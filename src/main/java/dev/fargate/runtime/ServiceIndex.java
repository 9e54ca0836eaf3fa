package dev.fargate.runtime;

import dev.fargate.api.Api;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import io.fabric8.kubernetes.api.model.Namespace;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The services, also by the FargateTaskDefinition that they name, and the namespaces' labels, which environments select by. */
final class ServiceIndex {
    private final WorkloadIndex<FargateService> all = new WorkloadIndex<>(
            service -> service.getSpec().environment(),
            service -> service.getStatus() == null
                    ? List.of()
                    : service.getStatus().conditions());
    private InformerEventSource<Namespace, FargateService> namespaces;

    void attach(IndexerResourceCache<FargateService> primaries) {
        all.attach(primaries);
        all.indexTaskDefinitions(service -> service.getSpec().taskDefinition());
    }

    void attach(InformerEventSource<Namespace, FargateService> informer) {
        namespaces = informer;
    }

    WorkloadIndex<FargateService> all() {
        return all;
    }

    /** The revisions that the services of an environment registered and are to run, and whom to wake for each. */
    Map<String, Runnable> revisions(String environment) {
        Map<String, Runnable> owners = new HashMap<>();
        all.naming(environment).forEach(service -> Optional.ofNullable(service.getStatus())
                .map(FargateServiceStatus::taskDefinition)
                .filter(known -> known.arn() != null && known.sourceGeneration() == null)
                .ifPresent(known -> owners.put(known.arn(), () -> all.wake(ResourceID.fromResource(service)))));
        return owners;
    }

    /** The services of an environment that take from one of these target groups, in order. */
    List<String> through(String environment, Set<String> targetGroupArns) {
        return targetGroupArns.isEmpty()
                ? List.of()
                : all.naming(environment).stream()
                        .filter(service -> service.getSpec().loadBalancers().stream()
                                .anyMatch(served -> targetGroupArns.contains(served.targetGroupArn())))
                        .map(Api::qualified)
                        .sorted()
                        .toList();
    }

    /** The cause of each problem that a status tells; none before the informer runs. */
    Stream<String> problems() {
        return all.listed()
                .map(FargateService::getStatus)
                .filter(status -> status != null && status.problem() != null)
                .map(status -> status.problem().cause());
    }

    /** The labels of a namespace; none while it is not known. */
    Map<String, String> labels(String namespace) {
        return Optional.ofNullable(namespaces)
                .flatMap(informer -> informer.get(new ResourceID(namespace)))
                .map(found -> found.getMetadata().getLabels())
                .orElse(Map.of());
    }
}
