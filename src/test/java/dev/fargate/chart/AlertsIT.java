package dev.fargate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The alerts, judged by Prometheus' own tool where it is on PATH: Debian has it in package prometheus. */
class AlertsIT {
    @Test
    void theyFireWhenTheyShouldAndOnlyThen() throws Exception {
        assertThat(promtool(
                        "test", "rules", Path.of("operator", "alerts-test.yaml").toString()))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    @Test
    void theyAreRulesThatPrometheusTakes() throws Exception {
        assertThat(promtool("check", "rules", Chart.file("files/alerts.yaml").toString()))
                .contains("SUCCESS");
    }

    private static String promtool(String command, String what, String file) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("promtool", command, what, file)
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return printed;
        } catch (IOException missing) {
            return abort("there is no promtool on PATH");
        }
    }
}
