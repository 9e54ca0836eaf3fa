package dev.fargate.runtime;

import dev.fargate.api.FargateProfile;
import io.fabric8.kubernetes.api.model.Condition;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.List;
import java.util.stream.Stream;

/** The FargateProfiles that the controller's own informer holds. */
final class ProfileIndex {
    private final SimpleInboundEventSource<FargateProfile> wakeUps = new SimpleInboundEventSource<>("queue");
    private IndexerResourceCache<FargateProfile> cache;

    void attach(IndexerResourceCache<FargateProfile> primaries) {
        cache = primaries;
    }

    SimpleInboundEventSource<FargateProfile> wakeUps() {
        return wakeUps;
    }

    /** Its turn in the EKS cluster has come. */
    void wake(String name) {
        wakeUps.propagateEvent(new ResourceID(name));
    }

    /** The conditions of each; none before the informer runs. */
    Stream<List<Condition>> conditions() {
        return cache == null
                ? Stream.of()
                : cache.list()
                        .map(profile -> profile.getStatus() == null
                                ? List.of()
                                : profile.getStatus().conditions());
    }
}
