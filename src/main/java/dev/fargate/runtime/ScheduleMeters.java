package dev.fargate.runtime;

import dev.fargate.api.FargateScheduleStatus.Outcome;
import dev.fargate.schedule.Measures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What is counted of all schedules. */
record ScheduleMeters(MeterRegistry meters) implements Measures {

    @Override
    public void started(Duration lateness) {
        meters.timer("fargate.schedule.lateness").record(lateness);
    }

    @Override
    public void ended(Outcome outcome) {
        Counter.builder("fargate.schedule.runs")
                .description("runs of schedules that ended, by outcome")
                .tag("outcome", outcome.name())
                .register(meters)
                .increment();
    }

    @Override
    public void missed(String reason) {
        Counter.builder("fargate.schedule.missed")
                .description("runs of schedules that were due and not started, by reason")
                .tag("reason", reason)
                .register(meters)
                .increment();
    }
}
