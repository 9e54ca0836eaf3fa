package dev.fargate.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.testing.FargateSchedules;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.Profiles;
import dev.fargate.testing.Runs;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Resources in each state that Argo CD tells apart, and an Application that stays in sync. */
class HealthIT {
    private static final String NS = "argo";
    private static final int RECONCILES = 100;

    private static World world;

    @BeforeAll
    static void start() {
        world = World.start();
        world.namespace(NS);
        world.apply(Manifests.service(NS, "new", "home", "nginx:1"));
        seen("Progressing", "New", "FargateService", "new");
        world.operator();
        world.apply(Manifests.environment("home"));
        world.environments().awaitReady("home");
        world.awaitReady(NS, "new");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void services() {
        seen("Healthy", "RolloutCompleted", "FargateService", "new");
        world.apply(Manifests.service(NS, "lost", "nowhere", "nginx:1"));
        world.apply(Manifests.service(NS, "greedy", "home", "nginx:1")
                .replace("task:", "task:\n    taskRoleArn: arn:aws:iam::123456789012:role/admin"));
        world.apply(Manifests.service(NS, "watched", "home", "nginx:1") + "  managementPolicy: Observe\n");
        world.apply(Manifests.service(NS, "paused", "home", "nginx:1") + "  managementPolicy: Paused\n");
        world.apply(Manifests.service(NS, "broken", "home", "nginx:fail-pull")
                + "  deployment: {circuitBreaker: {enable: true, rollback: true}}\n");
        seenWith("Degraded", "EnvironmentNotFound", "lost");
        seenWith("Degraded", "NotAllowed", "greedy");
        seenWith("Healthy", "Observing", "watched");
        seenWith("Suspended", "Paused", "paused");
        seenWith("Degraded", "RolloutFailed", "broken");
        world.ecs().command("{\"command\": \"pace\", \"rolloutMillis\": 20000}");
        world.apply(Manifests.service(NS, "slow", "home", "nginx:1"));
        seenWith("Progressing", "RolloutInProgress", "slow");
        world.ecs().command("{\"command\": \"pace\", \"rolloutMillis\": 1000}");
    }

    @Test
    void environments() {
        seen("Healthy", "Ready", "FargateEnvironment", "home");
        world.apply(Manifests.environment("paused") + "  managementPolicy: Paused\n");
        world.environments().awaitReason("paused", "Paused");
        seen("Suspended", "Paused", "FargateEnvironment", "paused");
        world.apply(Manifests.environment("broken").replace("${SUBNET_A}", "subnet-00000000000000000"));
        world.environments().awaitReason("broken", "NotFound");
        seen("Degraded", "NotFound", "FargateEnvironment", "broken");
        world.apply(Manifests.environment("used"));
        world.environments().awaitReady("used");
        world.apply(Manifests.service(NS, "user", "used", "nginx:1"));
        world.awaitReady(NS, "user");
        world.environments().delete("used");
        world.environments().awaitReason("used", "InUse");
        seen("Progressing", "InUse", "FargateEnvironment", "used");
    }

    @Test
    void profiles() {
        Profiles profiles = new Profiles(world);
        world.apply(Profiles.manifest("teams", "${EKS_CLUSTER}", "team-*"));
        world.apply(Profiles.manifest("lost", "nowhere", "team-*"));
        world.apply(Profiles.manifest("paused", "${EKS_CLUSTER}", "other-*") + "  managementPolicy: Paused\n");
        profiles.awaitReady("teams");
        seen("Healthy", "Active", "FargateProfile", "teams");
        profiles.awaitReason("lost", "ClusterNotFound");
        seen("Degraded", "ClusterNotFound", "FargateProfile", "lost");
        profiles.awaitReason("paused", "Paused");
        seen("Suspended", "Paused", "FargateProfile", "paused");
    }

    @Test
    void taskDefinitions() {
        world.apply(Manifests.taskDefinition(NS, "shared", "home", "nginx:1"));
        world.apply(Manifests.taskDefinition(NS, "lost", "nowhere", "nginx:1"));
        world.apply(Manifests.taskDefinition(NS, "paused", "home", "nginx:1") + "  managementPolicy: Paused\n");
        awaitDefinition("shared", "Registered");
        seen("Healthy", "Registered", "FargateTaskDefinition", "shared");
        awaitDefinition("lost", "EnvironmentNotFound");
        seen("Degraded", "EnvironmentNotFound", "FargateTaskDefinition", "lost");
        awaitDefinition("paused", "Paused");
        seen("Suspended", "Paused", "FargateTaskDefinition", "paused");
    }

    @Test
    void runs() {
        Runs runs = new Runs(world);
        world.apply(run("done", "app:exit-0", ""));
        world.apply(run("failed", "app:exit-1", "backoffLimit: 0"));
        world.apply(run("held", "app:exit-0", "suspend: true"));
        world.apply(run("busy", "app", ""));
        seenWith("Healthy", "Completed", "done", runs);
        seenWith("Degraded", "BackoffLimitExceeded", "failed", runs);
        seenWith("Suspended", "Suspended", "held", runs);
        seenWith("Progressing", "Running", "busy", runs);
    }

    @Test
    void schedules() {
        FargateSchedules schedules = new FargateSchedules(world);
        world.apply(schedule("hourly", "home", ""));
        world.apply(schedule("paused", "home", "managementPolicy: Paused"));
        world.apply(schedule("lost", "nowhere", ""));
        seenWith("Healthy", "Scheduled", "hourly", schedules);
        seenWith("Suspended", "Paused", "paused", schedules);
        seenWith("Degraded", "EnvironmentNotFound", "lost", schedules);
    }

    @Test
    void aSyncedApplicationShowsNoDifferenceEver() throws IOException {
        Path git = Files.writeString(
                Files.createTempFile(Path.of("target", "it-logs"), "git", ".yaml"),
                Manifests.service(NS, "synced", "home", "nginx:1"));
        String[] sync = {"apply", "--server-side", "--field-manager=argocd-controller", "-f", git.toString()};
        world.kubectl().run(sync);
        FargateService synced = world.awaitReady(NS, "synced");
        for (int i = 0; i < RECONCILES; i++) {
            String at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i).toString();
            world.kubernetes().resource(service("synced")).edit(found -> {
                found.getMetadata().setAnnotations(Map.of("fargate.dev/reconcile-at", at));
                return found;
            });
            world.until(
                    "reconcile " + i,
                    () -> at.equals(service("synced").getStatus().lastHandledReconcileAt()));
        }

        // kubectl ends with 1 where there is a difference.
        String difference =
                world.kubectl().run("diff", "--server-side", "--field-manager=argocd-controller", "-f", git.toString());

        assertThat(difference).isEmpty();
        assertThat(service("synced").getMetadata().getGeneration())
                .isEqualTo(synced.getMetadata().getGeneration());
        assertThat(service("synced").getMetadata().getManagedFields())
                .filteredOn(entry -> entry.getManager().equals("fargate-operator"))
                .allSatisfy(entry -> assertThat(
                                entry.getFieldsV1().getAdditionalProperties().keySet())
                        .isSubsetOf("f:metadata", "f:status"));
    }

    private static String run(String name, String image, String spec) {
        return Manifests.run(NS, "home", image, spec).replace("name: run", "name: " + name);
    }

    private static String schedule(String name, String environment, String spec) {
        return Manifests.schedule(
                        NS, environment, "app:exit-0", """
                        schedule: rate(1 hour)
                          startDate: "2099-01-01T00:00:00Z"
                          concurrencyPolicy: Forbid
                          %s""".formatted(spec).stripTrailing())
                .replace("name: nightly", "name: " + name);
    }

    private static void seenWith(String health, String reason, String name, FargateSchedules schedules) {
        schedules.awaitReason(NS, name, reason);
        seen(health, reason, "FargateSchedule", name);
    }

    private static void seenWith(String health, String reason, String name, Runs runs) {
        runs.awaitReason(NS, name, reason);
        seen(health, reason, "FargateTask", name);
    }

    private static void seenWith(String health, String reason, String name) {
        world.awaitReason(NS, name, reason);
        seen(health, reason, "FargateService", name);
    }

    private static void seen(String health, String reason, String kind, String name) {
        JsonNode resource = json(world.kubectl().run("get", kind, "-n", NS, name, "-o", "json"));
        if (Boolean.getBoolean("regenerate")) {
            new Seen(kind, health, reason).keep(resource);
        }

        JsonNode told = Script.of("health.lua").on(resource);

        assertThat(told.path("status").asText()).as("%s: %s", reason, told).isEqualTo(health);
    }

    private static void awaitDefinition(String name, String reason) {
        world.until(
                name + " to be " + reason,
                () -> definition(name).getStatus() != null
                        && definition(name).getStatus().conditions().stream()
                                .anyMatch(condition -> condition.getReason().equals(reason)));
    }

    private static FargateService service(String name) {
        return world.service(NS, name).orElseThrow();
    }

    private static JsonNode json(String text) {
        try {
            return Serialization.jsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static FargateTaskDefinition definition(String name) {
        return world.kubernetes()
                .resources(FargateTaskDefinition.class)
                .inNamespace(NS)
                .withName(name)
                .get();
    }
}
