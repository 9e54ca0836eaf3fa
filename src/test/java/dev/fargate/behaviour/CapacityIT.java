package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateService;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.Service;

/** On what capacity tasks run, and who may open a shell in them. */
class CapacityIT {
    private static final String ENVIRONMENT = "capacity";
    private static final String MIXED = """
              capacityProviderStrategy:
                - {capacityProvider: FARGATE, base: 1, weight: 1}
                - {capacityProvider: FARGATE_SPOT, weight: %d}
            """.indent(0);

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();

    @Test
    @Tag("promise-2")
    void aStrategyIsPutAndAChangeOfItRollsAndWithoutOneTheLaunchTypeIsBack() {
        String ns = world.namespace("mixed");
        world.apply(shared.service(ns) + MIXED.formatted(1));
        world.awaitReady(ns, "web");
        JsonNode creation = ecs.requests("CreateService", "mixed_web").getFirst();
        String first = rollout();
        assertThat(creation.has("launchType")).isFalse();
        assertThat(strategy()).containsExactlyInAnyOrder("FARGATE 1 1", "FARGATE_SPOT 0 1");

        world.apply(shared.service(ns) + MIXED.formatted(4));
        world.until("the strategy", () -> strategy().contains("FARGATE_SPOT 0 4"));
        world.awaitReady(ns, "web");
        String second = rollout();
        assertThat(second).isNotEqualTo(first);

        world.apply(shared.service(ns));
        world.until("the launch type", () -> strategy().isEmpty());
        world.awaitReady(ns, "web");
        ecs.awaitLooks(2, "mixed_web");
        assertThat(rollout()).isNotEqualTo(second);
        assertThat(ecs.service(ENVIRONMENT, "mixed_web").launchTypeAsString()).isEqualTo("FARGATE");
        assertThat(ecs.requests("UpdateService", "mixed_web")).hasSize(2).allSatisfy(update -> assertThat(
                        update.path("forceNewDeployment").asBoolean())
                .isTrue());
        assertThat(ecs.requests("RegisterTaskDefinition", "mixed_web")).hasSize(1);
    }

    @Test
    @Tag("promise-1")
    void aStrategyOfSomebodyElseIsPutBack() {
        String ns = world.namespace("spotted");
        world.apply(shared.service(ns));
        world.awaitReady(ns, "web");

        ecs.elsewhere("UpdateService", """
                {"cluster": "%s", "service": "spotted_web", "forceNewDeployment": true,
                 "capacityProviderStrategy": [{"capacityProvider": "FARGATE_SPOT", "weight": 1}]}""".formatted(ENVIRONMENT));
        world.until("the strategy to be put back", () -> ecs.service(ENVIRONMENT, "spotted_web")
                .capacityProviderStrategy()
                .isEmpty());
        world.awaitReady(ns, "web");

        assertThat(ecs.requests("UpdateService", "spotted_web")).hasSize(1);
    }

    @Test
    void aServiceThatNamesNoStrategyTakesTheEnvironmentsAndSendsIt() {
        String ns = world.namespace("defaulted");
        world.apply(Manifests.environment("sparing").replace("cluster: {name: sparing}", """
                cluster:
                    name: sparing
                    defaultCapacityProviderStrategy: [{capacityProvider: FARGATE_SPOT, weight: 1}]""".stripTrailing()));
        world.environments().awaitReady("sparing");

        world.apply(Manifests.service(ns, "web", "sparing", "nginx:1"));
        world.awaitReady(ns, "web");
        ecs.awaitLooks(2, "defaulted_web");

        JsonNode creation = ecs.requests("CreateService", "defaulted_web").getFirst();
        assertThat(creation.path("capacityProviderStrategy").findValuesAsText("capacityProvider"))
                .containsExactly("FARGATE_SPOT");
        assertThat(ecs.requests("UpdateService", "defaulted_web")).isEmpty();
    }

    @Test
    void aProviderThatTheClusterLacksIsToldInWordsAndHeals() {
        String ns = world.namespace("lacking");
        world.apply(Manifests.environment("lacking"));
        world.environments().awaitReady("lacking");
        providers("lacking", "[\"FARGATE\"]");

        world.apply(Manifests.service(ns, "web", "lacking", "nginx:1") + MIXED.formatted(1));
        FargateService refused = world.awaitReason(ns, "web", "Invalid");
        assertThat(World.ready(refused).orElseThrow().getMessage())
                .contains("capacity provider that is not associated with the cluster", "cluster.capacityProviders");

        providers("lacking", "[\"FARGATE\", \"FARGATE_SPOT\"]");
        world.kubectl().run("annotate", "fsvc", "web", "-n", ns, "fargate.dev/reconcile-at=" + Instant.now());
        world.awaitReady(ns, "web");
    }

    @Test
    void aShellNeedsTheEnvironmentsLeaveAndReachesNewTasksOnly() {
        String ns = world.namespace("shell");
        world.apply(Manifests.environment("shell"));
        world.environments().awaitReady("shell");
        String open = Manifests.service(ns, "web", "shell", "nginx:1").replace("  task:\n", """
                  enableExecuteCommand: true
                  task:
                    taskRoleArn: ${TASK_ROLE_ARN}
                """);
        world.apply(open.replace("  enableExecuteCommand: true\n", ""));
        world.awaitReady(ns, "web");

        world.apply(open);
        FargateService refused = world.awaitReason(ns, "web", "NotAllowed");
        assertThat(World.ready(refused).orElseThrow().getMessage()).contains("access.allowExecuteCommand");
        assertThat(ecs.requests("UpdateService", "shell_web")).isEmpty();

        world.apply(Manifests.environment("shell") + "    allowExecuteCommand: true\n");
        world.awaitReady(ns, "web");
        ecs.awaitLooks(2, "shell_web");
        Service live = ecs.service("shell", "shell_web");
        assertThat(live.enableExecuteCommand()).isTrue();
        assertThat(live.deployments()).as("no rollout for it").hasSize(1);
        assertThat(ecs.requests("UpdateService", "shell_web")).hasSize(1);
    }

    private static void providers(String cluster, String providers) {
        ecs.elsewhere("PutClusterCapacityProviders", """
                {"cluster": "%s", "capacityProviders": %s, "defaultCapacityProviderStrategy": []}""".formatted(cluster, providers));
    }

    private static List<String> strategy() {
        return ecs.service(ENVIRONMENT, "mixed_web").capacityProviderStrategy().stream()
                .map(CapacityIT::text)
                .toList();
    }

    private static String text(CapacityProviderStrategyItem item) {
        return "%s %d %d".formatted(item.capacityProvider(), item.base(), item.weight());
    }

    private static String rollout() {
        return ecs.service(ENVIRONMENT, "mixed_web").deployments().getFirst().id();
    }
}
