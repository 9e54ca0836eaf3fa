package dev.fargate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fargate.testing.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The alerts, judged by Prometheus' own tool where it is on PATH: Debian has it in package prometheus. */
class AlertsIT {
    @Test
    void theyFireWhenTheyShouldAndOnlyThen() {
        assertThat(promtool(
                        "test", "rules", Path.of("operator", "alerts-test.yaml").toString()))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    @Test
    void theyAreRulesThatPrometheusTakes() {
        assertThat(promtool("check", "rules", Chart.file("files/alerts.yaml").toString()))
                .contains("SUCCESS");
    }

    private static String promtool(String command, String what, String file) {
        assumeTrue(Program.isOnPath("promtool"), "there is no promtool on PATH");
        return Program.run(new ProcessBuilder("promtool", command, what, file));
    }
}
