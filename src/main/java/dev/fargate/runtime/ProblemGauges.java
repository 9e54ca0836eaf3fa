package dev.fargate.runtime;

import dev.fargate.diagnosis.Cause;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many services and runs have which problem: one gauge for each cause of a failure, so that an alert can name it before it happens. */
final class ProblemGauges implements MeterBinder {
    private static final Set<String> CAUSES = Arrays.stream(Cause.values())
            .filter(Cause::isFailure)
            .map(Cause::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Indexes indexes;

    ProblemGauges(Indexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bind(registry, "FargateService", indexes.services()::problems);
        bind(registry, "FargateTask", indexes.tasks()::problems);
    }

    private static void bind(MeterRegistry registry, String kind, Supplier<Stream<String>> problems) {
        CAUSES.forEach(cause -> bind(registry, kind, problems, cause, cause::equals));
        bind(registry, kind, problems, "other", problem -> !CAUSES.contains(problem));
    }

    private static void bind(
            MeterRegistry registry,
            String kind,
            Supplier<Stream<String>> problems,
            String cause,
            Predicate<String> counted) {
        Gauge.builder("fargate.problems", () -> problems.get().filter(counted).count())
                .description("resources with a problem, by kind and by its cause")
                .tag("kind", kind)
                .tag("cause", cause)
                .register(registry);
    }
}
