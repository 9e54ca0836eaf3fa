package dev.fargate.runtime;

import dev.fargate.api.FargateScheduleStatus.Outcome;
import dev.fargate.schedule.Measures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What is counted of all schedules. */
record ScheduleMeters(MeterRegistry meters) implements Measures {

    @Override
    public void started(Duration lateness) {
        Timer.builder("fargate.schedule.lateness")
                .description("time between when a run was due and when the operator started it")
                .publishPercentiles(0.5, 0.99)
                .register(meters)
                .record(lateness);
    }

    @Override
    public void ended(Outcome outcome) {
        count("fargate.schedule.runs", "runs of schedules that ended, by outcome", "outcome", outcome.name());
    }

    @Override
    public void missed(String reason) {
        count(
                "fargate.schedule.missed",
                "runs of schedules that were due and not started, by reason",
                "reason",
                reason);
    }

    private void count(String name, String description, String tag, String value) {
        Counter.builder(name)
                .description(description)
                .tag(tag, value)
                .register(meters)
                .increment();
    }
}
