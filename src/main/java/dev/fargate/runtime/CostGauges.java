package dev.fargate.runtime;

import dev.fargate.api.Cost;
import dev.fargate.api.FargateService;
import dev.fargate.cost.CostSum;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What services are estimated to cost, a gauge for each namespace in each environment. One for each service, too, is made only where it is
 * asked for: it would be too many where there are thousands, and their status tells it.
 */
final class CostGauges implements Runnable {
    private final Supplier<Stream<FargateService>> services;
    private final MultiGauge hourly;
    private final Optional<MultiGauge> ofEach;

    CostGauges(Supplier<Stream<FargateService>> services, boolean each, MeterRegistry registry) {
        this.services = services;
        this.hourly = MultiGauge.builder("fargate.cost.hourly")
                .description(
                        "estimated cost of services for each hour, at list prices, by environment, namespace and currency")
                .register(registry);
        this.ofEach = each
                ? Optional.of(MultiGauge.builder("fargate.workload.cost.hourly")
                        .description("estimated cost of each service for each hour, at list prices")
                        .register(registry))
                : Optional.empty();
    }

    @Override
    public void run() {
        List<FargateService> priced = services.get()
                .filter(service ->
                        service.getStatus() != null && service.getStatus().cost() != null)
                .toList();
        Map<Payer, List<Cost>> costs = priced.stream()
                .collect(Collectors.groupingBy(
                        Payer::of,
                        Collectors.mapping(service -> service.getStatus().cost(), Collectors.toList())));
        hourly.register(
                costs.entrySet().stream()
                        .flatMap(paid -> CostSum.of(paid.getValue()).stream().map(sum -> row(paid.getKey(), sum)))
                        .toList(),
                true);
        ofEach.ifPresent(
                gauge -> gauge.register(priced.stream().map(CostGauges::row).toList(), true));
    }

    private static MultiGauge.Row<?> row(Payer payer, Cost sum) {
        return MultiGauge.Row.of(payer.tags(sum.currency()), Double.parseDouble(sum.hourly()));
    }

    private static MultiGauge.Row<?> row(FargateService service) {
        Cost cost = service.getStatus().cost();
        return MultiGauge.Row.of(
                Payer.of(service)
                        .tags(cost.currency())
                        .and("kind", service.getKind())
                        .and("name", service.getMetadata().getName()),
                Double.parseDouble(cost.hourly()));
    }
}
