package dev.fargate.runtime;

import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.engine.Recipe;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The controller of FargateLoadBalancer. */
final class LoadBalancerLoop extends Loop<FargateLoadBalancer, FargateLoadBalancerStatus> {
    private final WorkloadIndex<FargateLoadBalancer> index;

    LoadBalancerLoop(
            Recipe<FargateLoadBalancer, FargateLoadBalancerStatus> recipe,
            EventPublisher events,
            WorkloadIndex<FargateLoadBalancer> index,
            BooleanSupplier started) {
        super(recipe, events, new StatusWriter.Maker<>(FargateLoadBalancer::new, (before, status) -> {}), started);
        this.index = index;
    }

    @Override
    public List<EventSource<?, FargateLoadBalancer>> prepareEventSources(
            EventSourceContext<FargateLoadBalancer> context) {
        index.attach(context.getPrimaryCache());
        return List.of(index.wakeUps());
    }
}
