package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the operator writes to Kubernetes and AWS, how much, and what it never writes. */
class GoodCitizenIT {
    private static final String ENVIRONMENT = "citizen";
    private static final String MARKER = "c0rrect-h0rse";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();

    @Test
    void aCreationIsAtMostFourWritesAndThreeEventsAndASmallStatus() {
        String ns = world.namespace("creation");
        List<FargateService> seen;
        try (Watched watched = Watched.in(world, ns)) {
            world.apply(shared.service(ns));
            world.awaitReady(ns, "web");
            ecs.awaitLooks(2, "creation_web");
            seen = watched.seen();
        }

        assertThat(seen).hasSizeBetween(2, 5);
        assertThat(events(ns)).hasSizeBetween(1, 3);
        assertThat(Serialization.asJson(seen.getLast().getStatus()).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(2048);
    }

    @Test
    @Tag("promise-6")
    void aSecondPassWritesNothingNorDoesARestart() {
        String ns = shared.readyService("quiet");
        ecs.awaitLooks(2, "quiet_web");
        List<String> versions = world.versions();
        List<String> writes = ecs.writes();
        int events = events(ns).size();

        ecs.awaitLooks(3, "quiet_web");
        assertThat(world.versions()).isEqualTo(versions);
        shared.restartOperator();
        ecs.awaitLooks(3, "quiet_web");

        assertThat(world.versions()).isEqualTo(versions);
        assertThat(ecs.writes()).isEqualTo(writes);
        assertThat(events(ns)).hasSize(events);
    }

    @Test
    @Tag("promise-1")
    void theSpecIsTheUsersAlsoWhenAnotherManagerOwnsAField() {
        String ns = world.namespace("owned");
        world.apply(shared.service(ns).replace("  desiredCount: 1\n", ""));
        world.awaitReady(ns, "web");
        world.kubectl()
                .run(
                        "patch",
                        "fsvc",
                        "web",
                        "-n",
                        ns,
                        "--type=merge",
                        "--field-manager=autoscaler",
                        "-p",
                        "{\"spec\": {\"desiredCount\": 2}}");
        FargateService before = world.awaitReady(ns, "web");
        ecs.elsewhere("UpdateService", """
                {"cluster": "%s", "service": "owned_web", "platformVersion": "1.4.0"}""".formatted(ENVIRONMENT));
        world.until(
                "the drift to be put back",
                () -> ecs.service(ENVIRONMENT, "owned_web").platformVersion().equals("LATEST"));
        world.apply(shared.service(ns).replace("  desiredCount: 1\n", ""));
        FargateService after = world.awaitReady(ns, "web");

        assertThat(after.getSpec()).isEqualTo(before.getSpec());
        assertThat(after.getSpec().desiredCount()).isEqualTo(2);
        assertThat(after.getMetadata().getGeneration()).isEqualTo(2);
        assertThat(after.getMetadata().getManagedFields())
                .filteredOn(entry -> entry.getManager().startsWith("fargate"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(
                                entry.getFieldsV1().getAdditionalProperties().keySet())
                        .isSubsetOf("f:status", "f:metadata"));
    }

    @Test
    void noValueOfTheEnvironmentIsToldAnywhere() {
        String ns = world.namespace("secretive");
        String values = """
                        environment: [{name: PASSWORD, value: %1$s-1}]
                        command: [serve, --token=%1$s-1]
                """.formatted(MARKER).indent(0);
        world.apply(shared.service(ns) + values);
        world.awaitReady(ns, "web");
        world.apply(shared.service(ns) + values.replace("-1", "-2"));
        world.awaitReady(ns, "web");
        assertThat(ecs.requests("RegisterTaskDefinition", MARKER)).hasSizeGreaterThanOrEqualTo(2);
        FargateService service = world.service(ns, "web").orElseThrow();
        assertThat(Serialization.asJson(service.getStatus())).doesNotContain(MARKER);
        assertThat(Serialization.asJson(events(ns))).doesNotContain(MARKER);
        assertThat(shared.operator().log()).isNotEmpty().doesNotContain(MARKER);
        assertThat(shared.operator().metrics()).doesNotContain(MARKER);
    }

    @Test
    void kubectlWaitsForReady() {
        String ns = world.namespace("waited");
        world.apply(shared.service(ns));

        assertThat(world.kubectl().run("wait", "--for=condition=Ready", "fsvc/web", "-n", ns, "--timeout=60s"))
                .contains("condition met");
        assertThat(world.kubectl().run("get", "fargate", "-n", ns)).contains("web", "True");
    }

    @Test
    @Tag("promise-9")
    void metricsTellOfCallsAndTurns() {
        String ns = shared.readyService("measured");

        assertThat(shared.operator().metrics().lines())
                .anyMatch(line -> line.startsWith("fargate_aws") && line.contains("DescribeServices"))
                .anyMatch(line -> line.startsWith("fargate_aws") && line.contains("CreateService"))
                .anyMatch(line -> line.startsWith("reconciliations") && line.contains("\"service\""));
        assertThat(shared.operator().get("/readyz")).isEqualTo("ok\n");
        assertThat(shared.operator().get("/livez")).isEqualTo("ok\n");
        assertThat(world.service(ns, "web")).isPresent();
    }

    private static List<Event> events(String ns) {
        return world.kubernetes().v1().events().inNamespace(ns).list().getItems();
    }
}
