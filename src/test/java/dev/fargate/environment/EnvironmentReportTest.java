package dev.fargate.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.ProblemReport;
import dev.fargate.engine.Problem;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentReportTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Problem PROBLEM = Problem.waiting("AwsUnavailable", "AWS does not answer.");

    @Test
    void howOftenServicesAreComparedStaysAsItWasUntilItIsKnownAgain() {
        FargateEnvironmentStatus before =
                report(null, Optional.of(Duration.ofSeconds(200))).problem(PROBLEM);

        FargateEnvironmentStatus restarted = report(before, Optional.empty()).problem(PROBLEM);

        assertThat(before.sweepSeconds()).isEqualTo(200);
        assertThat(restarted).isEqualTo(before);
    }

    @Test
    void aProblemIsToldSinceItBeganUntilItIsOver() {
        Problem denied = Problem.stalled("AccessDenied", "Grant it.");
        FargateEnvironmentStatus before = report(null, NOW).problem(denied);
        FargateEnvironmentStatus later = report(before, NOW.plusSeconds(60)).problem(denied);

        assertThat(later.problem()).isEqualTo(new ProblemReport("AccessDenied", NOW.toString(), "Grant it."));
        assertThat(report(later, NOW).problem(PROBLEM).problem())
                .as("waiting is none")
                .isNull();
        assertThat(report(later, NOW.plusSeconds(60))
                        .problem(Problem.stalled("Invalid", "Change it."))
                        .problem()
                        .since())
                .isEqualTo("2026-01-01T00:01:00Z");
    }

    private static EnvironmentReport report(FargateEnvironmentStatus before, Instant now) {
        return report(before, Optional.empty(), now);
    }

    private static EnvironmentReport report(FargateEnvironmentStatus before, Optional<Duration> sweep) {
        return report(before, sweep, NOW);
    }

    private static EnvironmentReport report(FargateEnvironmentStatus before, Optional<Duration> sweep, Instant now) {
        FargateEnvironment environment = new FargateEnvironment();
        environment.setMetadata(
                new ObjectMetaBuilder().withName("dev").withGeneration(1L).build());
        environment.setStatus(before);
        return new EnvironmentReport(
                environment, new EnvironmentReport.Use(1, sweep, Optional.empty()), Memory.of(before), now);
    }
}
