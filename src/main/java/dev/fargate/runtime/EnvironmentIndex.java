package dev.fargate.runtime;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.engine.Conditions;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.Objects;
import java.util.Optional;

/** The environments that the controller's own informer holds: workloads read them here, so that each kind is watched once. */
final class EnvironmentIndex {
    private final SimpleInboundEventSource<FargateEnvironment> wakeUps = new SimpleInboundEventSource<>("released");
    private IndexerResourceCache<FargateEnvironment> cache;

    void attach(IndexerResourceCache<FargateEnvironment> primaries) {
        cache = primaries;
    }

    SimpleInboundEventSource<FargateEnvironment> wakeUps() {
        return wakeUps;
    }

    Optional<FargateEnvironment> find(String name) {
        return cache.get(new ResourceID(name));
    }

    /** A workload is gone: an environment that waits for its last one can go, too. */
    void released(String name) {
        find(name)
                .filter(environment -> environment.getMetadata().getDeletionTimestamp() != null)
                .ifPresent(environment -> wakeUps.propagateEvent(new ResourceID(name)));
    }

    /** Whether workloads see something else than before. */
    boolean changed(FargateEnvironment before, FargateEnvironmentStatus after) {
        FargateEnvironmentStatus status = before.getStatus();
        return status == null
                || !Objects.equals(status.resolvedHash(), after.resolvedHash())
                || !Objects.equals(status.observedGeneration(), after.observedGeneration())
                || Conditions.isTrue(status.conditions(), Conditions.READY)
                        != Conditions.isTrue(after.conditions(), Conditions.READY);
    }
}
