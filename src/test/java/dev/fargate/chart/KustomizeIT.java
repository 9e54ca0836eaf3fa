package dev.fargate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code kubectl apply -k}: what the chart installs by default, without Helm. */
class KustomizeIT {
    private static final Path DIRECTORY = Path.of("operator", "kustomize");
    private static final String HEAD = "# Generated from helm/fargate-operator: ./mvnw verify -Dit.test=KustomizeIT"
            + " -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate=true\n";
    /** Helm is not asked. */
    private static final Pattern OF_HELM =
            Pattern.compile("(?m)^( *(helm\\.sh/chart|app\\.kubernetes\\.io/managed-by): .*|# Source: .*)\n");

    private static World world;

    @BeforeAll
    static void start() {
        world = World.start();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void itIsWhatTheChartInstallsByDefault() throws IOException {
        Path file = DIRECTORY.resolve("operator.yaml");
        String rendered = HEAD
                + OF_HELM.matcher(Helm.four().template("--set=crds.install=false"))
                        .replaceAll("");
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(file, rendered);
        }

        assertThat(file)
                .as("differs from the chart; its first line tells how to make it anew")
                .hasContent(rendered);
        assertThat(Chart.documents(world.kubectl().run("kustomize", DIRECTORY.toString())))
                .containsAll(Chart.documents(rendered))
                .containsAll(definitions());
    }

    @Test
    void itMakesAnOperatorThatWorksAndThatCanGoWithoutTheWorkloads() {
        world.kubectl().run("apply", "--server-side", "--force-conflicts", "-k", DIRECTORY.toString());
        OperatorUnderTest operator = Deployed.start(world);
        String ns = world.namespace("plain");
        world.apply(Manifests.environment("plain"));
        world.apply(Manifests.service(ns, "web", "plain", "nginx:1"));

        world.kubectl().run("wait", "fsvc", "-n", ns, "web", "--for=condition=Ready", "--timeout=60s");

        assertThat(world.kubectl().run("get", "fargate", "-A")).contains("fargateservice", "fargateenvironment");
        assertThat(world.kubectl().run("explain", "fsvc.spec.task.containers")).contains("portMappings");
        assertThat(operator.log()).doesNotContainIgnoringCase("forbidden");
        operator.stop();

        // As the README says; the definitions, and so the resources, are not in this file.
        world.kubectl().run("delete", "-f", DIRECTORY.resolve("operator.yaml").toString());
        assertThat(World.isReady(world.service(ns, "web").orElseThrow())).isTrue();
        assertThat(world.ecs().service("plain", "plain_web").runningCount()).isEqualTo(1);
    }

    private static List<JsonNode> definitions() {
        return Helm.four().rendered("--show-only=templates/crds.yaml");
    }
}
