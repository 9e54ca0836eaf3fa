package dev.fargate.runtime;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsStatus;
import io.fabric8.kubernetes.api.model.Condition;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The FargateEndpoints that the controller's own informer holds. */
final class EndpointsIndex {
    private final SimpleInboundEventSource<FargateEndpoints> wakeUps = new SimpleInboundEventSource<>("environment");
    private IndexerResourceCache<FargateEndpoints> cache;

    void attach(IndexerResourceCache<FargateEndpoints> primaries) {
        cache = primaries;
    }

    SimpleInboundEventSource<FargateEndpoints> wakeUps() {
        return wakeUps;
    }

    /** What those of an environment take from it has changed. */
    void wake(String environment) {
        naming(environment).map(ResourceID::new).forEach(wakeUps::propagateEvent);
    }

    /** Those whose place an environment is. */
    Stream<String> naming(String environment) {
        return all().filter(endpoints -> environment.equals(endpoints.getSpec().environment()))
                .map(endpoints -> endpoints.getMetadata().getName());
    }

    /** What is known of those of a VPC; empty when it has none. */
    String in(String vpcId) {
        return all().filter(endpoints -> endpoints.getStatus() != null
                        && vpcId.equals(endpoints.getStatus().vpcId()))
                .map(endpoints -> endpoints.getMetadata().getName() + shown(endpoints.getStatus()))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static List<String> shown(FargateEndpointsStatus status) {
        return status == null
                ? List.of()
                : status.endpoints().stream()
                        .map(endpoint -> endpoint.id() + " " + endpoint.state())
                        .toList();
    }

    /** The conditions of each; none before the informer runs. */
    Stream<List<Condition>> conditions() {
        return all().map(endpoints -> endpoints.getStatus() == null
                ? List.of()
                : endpoints.getStatus().conditions());
    }

    private Stream<FargateEndpoints> all() {
        return cache == null ? Stream.of() : cache.list();
    }
}
