package dev.fargate.runtime;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.FargateTaskStatus.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** How many runs have ended, how, and how long they took: counted with the status that tells it, which is written once. */
final class RunMetrics implements BiConsumer<FargateTask, FargateTaskStatus> {
    private static final String COMPLETED = "Completed";

    private final MeterRegistry meters;

    /** All reasons are there from the beginning, so that the first of a kind is an increase. */
    RunMetrics(MeterRegistry meters) {
        this.meters = meters;
        List.of(COMPLETED, "BackoffLimitExceeded", "DeadlineExceeded", "FailurePolicy")
                .forEach(this::timer);
    }

    @Override
    public void accept(FargateTask before, FargateTaskStatus status) {
        boolean hadEnded = before.getStatus() != null && before.getStatus().completionTime() != null;
        if (hadEnded || status.completionTime() == null) {
            return;
        }
        timer(Optional.ofNullable(status.failure()).map(Failure::reason).orElse(COMPLETED))
                .record(Duration.ofSeconds(status.seconds() == null ? 0 : status.seconds()));
    }

    private Timer timer(String reason) {
        return Timer.builder("fargate.run")
                .description("runs that have ended, from their start to their end")
                .tag("outcome", COMPLETED.equals(reason) ? "succeeded" : "failed")
                .tag("reason", reason)
                .register(meters);
    }
}
