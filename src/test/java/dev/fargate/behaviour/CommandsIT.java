package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan} and {@code diagnose} with a caller's kubeconfig and credentials, each a process of its own. */
class CommandsIT {
    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start("commands");

    private static final World world = shared.world();

    @TempDir
    private Path directory;

    /** What the process leaves behind. */
    private record Ended(int status, String out) {}

    @Test
    void aManifestIsPlannedBeforeItIsAppliedAndWhatStandsAgainstItIsTold() throws IOException {
        String ns = world.namespace("planned");
        String manifest = shared.service(ns);

        Ended before = plan(manifest);
        world.apply(manifest);
        world.awaitReady(ns, "web");
        Ended asItIs = plan(manifest);
        Ended edited = plan(manifest.replace("desiredCount: 1", "desiredCount: 3"));
        Ended elsewhere = plan(manifest.replace("environment: commands", "environment: nowhere"));

        assertThat(before.out()).contains("FargateService planned/web: would change", "+ service planned_web");
        assertThat(before.status()).isEqualTo(4);
        assertThat(asItIs.out()).contains("nothing to change");
        assertThat(asItIs.status()).isZero();
        assertThat(edited.out()).contains("desiredCount: 1 -> 3", "cost:");
        assertThat(elsewhere.out()).contains("There is no FargateEnvironment nowhere");
        assertThat(elsewhere.status()).isEqualTo(1);
        assertThat(world.ecs().requests("UpdateService", "planned_web")).isEmpty();
    }

    @Test
    void aResourceIsDiagnosedByItsStatus() throws IOException {
        String ns = shared.readyService("diagnosed");
        world.apply(shared.service(ns)
                .replace("name: web", "name: lost")
                .replace("environment: commands", "environment: gone"));
        world.awaitReason(ns, "lost", "EnvironmentNotFound");

        Ended well = run(List.of("diagnose", "fsvc/web", "-n", ns));
        Ended ill = run(List.of("diagnose", "fargateservice/lost", "-n", ns, "-o", "json"));

        assertThat(well.out()).contains("FargateService diagnosed/web: RolloutCompleted, Ready True");
        assertThat(well.status()).isZero();
        assertThat(new ObjectMapper().readTree(ill.out()).at("/problem/message").asText())
                .contains("There is no FargateEnvironment gone");
        assertThat(ill.status()).isEqualTo(1);
        assertThat(run(List.of("diagnose", "fsvc/nobody", "-n", ns)).status()).isEqualTo(3);
    }

    private Ended plan(String manifest) throws IOException {
        Path file = Files.writeString(directory.resolve("manifest.yaml"), manifest);
        return run(List.of("plan", "-f", file.toString()));
    }

    private static Ended run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "fargate-operator.jar").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(world.awsEnvironment());
        builder.environment().put("KUBECONFIG", world.kubeconfig().toString());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the command ran", e);
        }
    }
}
