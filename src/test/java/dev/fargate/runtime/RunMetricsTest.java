package dev.fargate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RunMetrics metrics = new RunMetrics(meters);

    @Test
    void a_run_counts_once_when_it_is_told_that_it_has_ended() {
        FargateTask running = task(Map.of("startTime", "2026-03-01T12:00:00Z"));
        Map<String, Object> complete = Map.of("completionTime", "2026-03-01T12:01:30Z", "seconds", 90);

        metrics.accept(running, running.getStatus());
        metrics.accept(running, status(complete));
        metrics.accept(task(complete), status(complete));

        assertThat(timer("succeeded", "Completed").count()).isEqualTo(1);
        assertThat(timer("succeeded", "Completed").totalTime(TimeUnit.SECONDS)).isEqualTo(90);
    }

    @Test
    void a_failed_run_counts_by_its_reason() {
        metrics.accept(
                task(Map.of()),
                status(Map.of(
                        "completionTime",
                        "2026-03-01T12:01:30Z",
                        "failure",
                        Map.of("reason", "DeadlineExceeded", "message", "too late"))));

        assertThat(timer("failed", "DeadlineExceeded").count()).isEqualTo(1);
        assertThat(timer("failed", "BackoffLimitExceeded").count()).isZero();
    }

    private Timer timer(String outcome, String reason) {
        return meters.get("fargate.run")
                .tags("outcome", outcome, "reason", reason)
                .timer();
    }

    private static FargateTask task(Map<String, Object> status) {
        FargateTask task = new FargateTask();
        task.setStatus(status(status));
        return task;
    }

    private static FargateTaskStatus status(Map<String, Object> fields) {
        return Serialization.jsonMapper().convertValue(fields, FargateTaskStatus.class);
    }
}
