package dev.fargate.runtime;

import dev.fargate.engine.Conditions;
import dev.fargate.preflight.Reports;
import io.fabric8.kubernetes.api.model.Condition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How many resources of each kind are Ready, not Ready, or not looked at yet. */
final class ReadinessGauges implements MeterBinder {
    private static final String UNKNOWN = "Unknown";
    private static final List<String> STATUSES = List.of("True", "False", UNKNOWN);

    private final Indexes indexes;

    ReadinessGauges(Indexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bind(registry, "FargateService", indexes.services().all()::conditions);
        bind(registry, "FargateTask", indexes.tasks().all()::conditions);
        bind(registry, "FargateSchedule", indexes.schedules().all()::conditions);
        bind(registry, "FargateTaskDefinition", indexes.taskDefinitions().all()::conditions);
        bind(registry, "FargateEnvironment", indexes.environments()::conditions);
        bind(registry, "FargateProfile", indexes.profiles()::conditions);
        bind(registry, "FargateEndpoints", indexes.endpoints()::conditions);
        bind(registry, "FargateLoadBalancer", indexes.loadBalancers()::conditions);
        for (String passed : STATUSES) {
            Gauge.builder("fargate.preflight", () -> indexes.services()
                            .all()
                            .conditions()
                            .flatMap(found -> Conditions.find(found, Reports.CONDITION).stream())
                            .filter(condition -> condition.getStatus().equals(passed))
                            .count())
                    .description("services by what was found out about their tasks before they start")
                    .tag("passed", passed)
                    .register(registry);
        }
    }

    private static void bind(MeterRegistry registry, String kind, Supplier<Stream<List<Condition>>> conditions) {
        for (String ready : STATUSES) {
            Gauge.builder("fargate.resources", () -> conditions
                            .get()
                            .filter(found -> status(found).equals(ready))
                            .count())
                    .description("resources by kind and by the status of their condition Ready")
                    .tag("kind", kind)
                    .tag("ready", ready)
                    .register(registry);
        }
    }

    private static String status(List<Condition> conditions) {
        return Conditions.find(conditions, Conditions.READY)
                .map(Condition::getStatus)
                .orElse(UNKNOWN);
    }
}
