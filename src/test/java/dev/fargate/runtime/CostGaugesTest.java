package dev.fargate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What services cost, and would save, is summed up for each namespace in each environment. */
class CostGaugesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<FargateService> services = new ArrayList<>();

    @Test
    void the_cost_of_an_hour_is_summed_up_and_goes_with_the_services() {
        CostGauges gauges = new CostGauges(services::stream, false, meters);
        services.add(service(
                "shop", "web", "cost: {hourly: '0.02916', monthly: '21.29', currency: USD, prices: '2026-08-28'}"));
        services.add(service(
                "shop", "api", "cost: {hourly: '0.00875', monthly: '6.39', currency: USD, prices: '2026-08-28'}"));
        services.add(service(
                "ops", "bus", "cost: {hourly: '1.00000', monthly: '730.00', currency: USD, prices: '2026-08-28'}"));
        services.add(service("ops", "new", "observedGeneration: 1"));

        gauges.run();
        assertThat(value("fargate.cost.hourly", "shop")).isEqualTo(0.03791);
        assertThat(value("fargate.cost.hourly", "ops")).isEqualTo(1);

        services.subList(0, 2).clear();
        gauges.run();
        assertThat(meters.find("fargate.cost.hourly").tag("namespace", "shop").gauge())
                .isNull();
    }

    @Test
    void the_cost_of_each_is_told_where_that_is_asked_for() {
        services.add(service(
                "shop", "web", "cost: {hourly: '0.02916', monthly: '21.29', currency: USD, prices: '2026-08-28'}"));
        services.add(service(
                "shop", "api", "cost: {hourly: '0.00875', monthly: '6.39', currency: USD, prices: '2026-08-28'}"));

        new CostGauges(services::stream, false, meters).run();
        assertThat(meters.find("fargate.workload.cost.hourly").gauges()).isEmpty();

        new CostGauges(services::stream, true, meters).run();
        assertThat(meters.get("fargate.workload.cost.hourly")
                        .tags("environment", "production", "namespace", "shop", "name", "api")
                        .tags("kind", "FargateService", "currency", "USD")
                        .gauge()
                        .value())
                .isEqualTo(0.00875);
        assertThat(meters.get("fargate.workload.cost.hourly").gauges()).hasSize(2);
    }

    @Test
    void what_is_saved_is_that_of_sizes_that_are_advised_to_be_smaller() {
        SavingGauges gauges = new SavingGauges(services::stream, "USD", meters);
        services.add(service("shop", "web", "rightSize: {verdict: Smaller, savesMonthly: '20.50'}"));
        services.add(service("shop", "api", "rightSize: {verdict: Smaller, savesMonthly: '4.50'}"));
        services.add(service("shop", "bus", "rightSize: {verdict: Larger, savesMonthly: '-9.00'}"));
        services.add(service("shop", "new", "rightSize: {verdict: NotEnoughData}"));

        gauges.run();

        assertThat(value("fargate.savings.monthly", "shop")).isEqualTo(25);
    }

    private double value(String name, String namespace) {
        Gauge gauge = meters.get(name)
                .tags("environment", "production", "namespace", namespace, "currency", "USD")
                .gauge();
        return gauge.value();
    }

    private static FargateService service(String namespace, String name, String status) {
        return Serialization.unmarshal("""
                apiVersion: fargate.dev/v1alpha1
                kind: FargateService
                metadata: {namespace: %s, name: %s}
                spec: {environment: production}
                status: {%s}
                """.formatted(namespace, name, status), FargateService.class);
    }
}
