package dev.fargate.service;

import dev.fargate.api.Cost;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.cost.PriceTable;
import dev.fargate.cost.PricedTask;
import dev.fargate.cost.SpotShare;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.ResolvedEnvironment;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Adds what a service costs to the status that its loop writes anyway. It is no reason to write one: the estimate changes with the spec
 * and the desired count, which are.
 */
public final class PricedServices implements Recipe<FargateService, FargateServiceStatus> {
    private final Recipe<FargateService, FargateServiceStatus> services;
    private final ServiceSettings settings;
    private final PriceTable prices;

    public PricedServices(
            Recipe<FargateService, FargateServiceStatus> services, ServiceSettings settings, PriceTable prices) {
        this.services = services;
        this.settings = settings;
        this.prices = prices;
    }

    @Override
    public Turn<FargateServiceStatus> turn(FargateService resource, Consumer<FargateServiceStatus> journal) {
        Turn<FargateServiceStatus> turn = services.turn(resource, journal);
        return turn.status()
                .flatMap(status -> desired(resource).map(desired -> turn.reporting(status.with(cost(desired, status)))))
                .orElse(turn);
    }

    @Override
    public Turn<FargateServiceStatus> deletion(FargateService resource, Consumer<FargateServiceStatus> journal) {
        return services.deletion(resource, journal);
    }

    /** Empty while something that the service names does not resolve: then the last estimate stays. */
    private Optional<DesiredService> desired(FargateService resource) {
        return settings.references()
                                        .environments()
                                        .of(
                                                resource.getSpec().environment(),
                                                resource.getMetadata().getNamespace())
                                instanceof Resolution.Resolved<ResolvedEnvironment> environment
                        && ServiceResolver.resolve(
                                        resource,
                                        environment.desired(),
                                        settings.references().taskDefinitions(),
                                        settings.clusterId())
                                instanceof Resolution.Resolved<DesiredService> desired
                ? Optional.of(desired.desired())
                : Optional.empty();
    }

    private Cost cost(DesiredService desired, FargateServiceStatus status) {
        int tasks = status.desiredCount() == null ? desired.request().desiredCount() : status.desiredCount();
        SpotShare spread = SpotShare.of(desired.request().capacityProviderStrategy(), tasks);
        return prices.of(desired.scope().region())
                .flatMap(region ->
                        desired.task().content().map(content -> prices.cost(region.of(PricedTask.of(content), spread))))
                .orElse(null);
    }
}
