package dev.fargate.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.engine.Problem;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentReportTest {
    private static final Problem PROBLEM = Problem.waiting("AwsUnavailable", "AWS does not answer.");

    @Test
    void howOftenServicesAreComparedStaysAsItWasUntilItIsKnownAgain() {
        FargateEnvironmentStatus before =
                report(null, Optional.of(Duration.ofSeconds(200))).problem(PROBLEM);

        FargateEnvironmentStatus restarted = report(before, Optional.empty()).problem(PROBLEM);

        assertThat(before.sweepSeconds()).isEqualTo(200);
        assertThat(restarted).isEqualTo(before);
    }

    private static EnvironmentReport report(FargateEnvironmentStatus before, Optional<Duration> sweep) {
        FargateEnvironment environment = new FargateEnvironment();
        environment.setMetadata(
                new ObjectMetaBuilder().withName("dev").withGeneration(1L).build());
        environment.setStatus(before);
        return new EnvironmentReport(
                environment,
                new EnvironmentReport.Use(1, sweep, Optional.empty()),
                Memory.of(before),
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
