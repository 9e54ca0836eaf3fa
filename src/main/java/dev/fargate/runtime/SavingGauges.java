package dev.fargate.runtime;

import dev.fargate.api.FargateService;
import dev.fargate.rightsize.RightSizes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What smaller tasks would save, a gauge for each namespace in each environment. */
final class SavingGauges implements Runnable {
    private final Supplier<Stream<FargateService>> services;
    private final String currency;
    private final MultiGauge monthly;

    SavingGauges(Supplier<Stream<FargateService>> services, String currency, MeterRegistry registry) {
        this.services = services;
        this.currency = currency;
        this.monthly = MultiGauge.builder("fargate.savings.monthly")
                .description("what services would save in a month with tasks of the size that is advised")
                .register(registry);
    }

    @Override
    public void run() {
        Map<Payer, Double> savings = services.get()
                .filter(service -> saving(service).isPresent())
                .collect(Collectors.groupingBy(
                        Payer::of,
                        Collectors.summingDouble(
                                service -> Double.parseDouble(saving(service).orElseThrow()))));
        monthly.register(
                savings.entrySet().stream()
                        .<MultiGauge.Row<?>>map(
                                saved -> MultiGauge.Row.of(saved.getKey().tags(currency), saved.getValue()))
                        .toList(),
                true);
    }

    private static Optional<String> saving(FargateService service) {
        return Optional.ofNullable(service.getStatus())
                .flatMap(status -> Optional.ofNullable(status.rightSize()))
                .flatMap(RightSizes::saving);
    }
}
