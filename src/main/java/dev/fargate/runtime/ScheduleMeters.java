package dev.fargate.runtime;

import dev.fargate.api.FargateScheduleStatus.Outcome;
import dev.fargate.schedule.Measures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What is counted of all schedules. All are there from the start: Prometheus sees no increase in what begins with 1. */
record ScheduleMeters(MeterRegistry meters) implements Measures {
    private static final List<String> REASONS = List.of("Forbidden", "DeadlinePassed", "Unseen");

    ScheduleMeters {
        lateness(meters);
        Stream.of(Outcome.values()).forEach(outcome -> runs(meters, outcome));
        REASONS.forEach(reason -> missed(meters, reason));
    }

    @Override
    public void started(Duration lateness) {
        lateness(meters).record(lateness);
    }

    @Override
    public void ended(Outcome outcome) {
        runs(meters, outcome).increment();
    }

    @Override
    public void missed(String reason) {
        missed(meters, reason).increment();
    }

    private static Timer lateness(MeterRegistry meters) {
        return meters.timer("fargate.schedule.lateness");
    }

    private static Counter runs(MeterRegistry meters, Outcome outcome) {
        return Counter.builder("fargate.schedule.runs")
                .description("runs of schedules that ended, by outcome")
                .tag("outcome", outcome.name())
                .register(meters);
    }

    private static Counter missed(MeterRegistry meters, String reason) {
        return Counter.builder("fargate.schedule.missed")
                .description("runs of schedules that were due and not started, by reason")
                .tag("reason", reason)
                .register(meters);
    }
}
