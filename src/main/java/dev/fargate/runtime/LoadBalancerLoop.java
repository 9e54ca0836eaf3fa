package dev.fargate.runtime;

import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.engine.Recipe;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** The controller of FargateLoadBalancer. */
final class LoadBalancerLoop extends Loop<FargateLoadBalancer, FargateLoadBalancerStatus> {
    private final WorkloadIndex<FargateLoadBalancer> index;

    LoadBalancerLoop(
            Recipe<FargateLoadBalancer, FargateLoadBalancerStatus> recipe,
            EventPublisher events,
            Indexes indexes,
            BooleanSupplier started) {
        super(
                recipe,
                events,
                new StatusWriter.Maker<>(FargateLoadBalancer::new, (before, status) -> {
                    if (isOtherwise(before.getStatus(), status)) {
                        indexes.services()
                                .behind(before)
                                .forEach(indexes.services().all()::wakeOwner);
                    }
                }),
                started);
        this.index = indexes.loadBalancers();
    }

    /** Whether the services behind it have something to see. */
    private static boolean isOtherwise(FargateLoadBalancerStatus before, FargateLoadBalancerStatus after) {
        return before == null
                || !before.listeners().equals(after.listeners())
                || !Objects.equals(before.securityGroupId(), after.securityGroupId())
                || !Objects.equals(before.observedGeneration(), after.observedGeneration());
    }

    @Override
    public List<EventSource<?, FargateLoadBalancer>> prepareEventSources(
            EventSourceContext<FargateLoadBalancer> context) {
        index.attach(context.getPrimaryCache());
        return List.of(index.wakeUps());
    }
}
