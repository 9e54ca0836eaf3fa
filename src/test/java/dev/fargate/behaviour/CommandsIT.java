package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** {@code plan} and {@code diagnose} with a caller's kubeconfig and credentials, each a process of its own. */
class CommandsIT {
    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start("commands");

    private static final World world = shared.world();

    @TempDir
    private Path directory;

    /** What the process leaves behind. */
    private record Ended(int status, String out, String err) {}

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

    @Test
    void aScheduleIsPlannedAndLogsDoNotGetIntoWhatProgramsRead() throws IOException {
        String ns = world.namespace("planned-schedule");
        Path file = Files.writeString(
                directory.resolve("schedule.yaml"),
                Manifests.schedule(ns, "commands", "nginx:1", "schedule: 0 2 * * *\n  role: Managed"));

        Ended plan = run(List.of("plan", "-f", file.toString(), "-o", "json"));

        JsonNode told = new ObjectMapper().readTree(plan.out());
        assertThat(told.path("kind").asText()).isEqualTo("FargateSchedule");
        assertThat(told.path("plan")).isNotEmpty();
        assertThat(plan.status()).isEqualTo(4);
        assertThat(world.aws().calls("scheduler", "CreateSchedule")).isZero();
    }

    @Test
    void credentialsOfAnotherAccountAreRefusedInsteadOfPlanningAllAnew() throws IOException {
        String ns = shared.readyService("planned-elsewhere");

        Ended plan = plan(shared.service(ns), elsewhere());

        assertThat(plan.status()).isEqualTo(3);
        assertThat(plan.err())
                .contains(
                        "environment commands is in account 123456789012, and your AWS credentials are of 222222222222");
    }

    /** Those of a role in another account. */
    private static Map<String, String> elsewhere() {
        Map<String, String> own = world.awsEnvironment();
        try (StsClient sts = StsClient.builder()
                .endpointOverride(URI.create(own.get("AWS_ENDPOINT_URL")))
                .region(Region.of(own.get("AWS_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            Credentials role = sts.assumeRole(request -> request.roleArn("arn:aws:iam::222222222222:role/deploy")
                            .roleSessionName("session"))
                    .credentials();
            return Map.of(
                    "AWS_ACCESS_KEY_ID", role.accessKeyId(),
                    "AWS_SECRET_ACCESS_KEY", role.secretAccessKey(),
                    "AWS_SESSION_TOKEN", role.sessionToken());
        }
    }

    private Ended plan(String manifest) throws IOException {
        return plan(manifest, Map.of());
    }

    private Ended plan(String manifest, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(directory.resolve("manifest.yaml"), manifest);
        return run(List.of("plan", "-f", file.toString()), environment);
    }

    private static Ended run(List<String> arguments) {
        return run(arguments, Map.of());
    }

    private static Ended run(List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "fargate-operator.jar").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(world.awsEnvironment());
        builder.environment().put("KUBECONFIG", world.kubeconfig().toString());
        builder.environment().put("FARGATE_LOG_LEVEL", "DEBUG");
        builder.environment().putAll(environment);
        try {
            Path err = Files.createTempFile("command", ".err");
            Process process = builder.redirectError(err.toFile()).start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out, Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the command ran", e);
        }
    }
}
