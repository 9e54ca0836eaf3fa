package dev.fargate.runtime;

import dev.fargate.api.Cost;
import dev.fargate.api.FargateService;
import dev.fargate.cost.CostSum;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What services are estimated to cost, a gauge for each namespace in each environment: one for each service would be too many where there
 * are thousands, and their status tells it.
 */
final class CostGauges implements Runnable {
    private final Supplier<Stream<FargateService>> services;
    private final MultiGauge hourly;

    CostGauges(Supplier<Stream<FargateService>> services, MeterRegistry registry) {
        this.services = services;
        this.hourly = MultiGauge.builder("fargate.cost.hourly")
                .description(
                        "estimated cost of services for each hour, at list prices, by environment, namespace and currency")
                .register(registry);
    }

    @Override
    public void run() {
        Map<Payer, List<Cost>> costs = services.get()
                .filter(service ->
                        service.getStatus() != null && service.getStatus().cost() != null)
                .collect(Collectors.groupingBy(
                        Payer::of,
                        Collectors.mapping(service -> service.getStatus().cost(), Collectors.toList())));
        hourly.register(
                costs.entrySet().stream()
                        .flatMap(paid -> CostSum.of(paid.getValue()).stream().map(sum -> row(paid.getKey(), sum)))
                        .toList(),
                true);
    }

    private static MultiGauge.Row<?> row(Payer payer, Cost sum) {
        return MultiGauge.Row.of(payer.tags(sum.currency()), Double.parseDouble(sum.hourly()));
    }
}
