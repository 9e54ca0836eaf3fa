package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.engine.Conditions;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rollouts that fail: told with ECS's reason, not fought, and healed by the next edit. */
class RolloutFailuresIT {
    private static final String ENVIRONMENT = "failures";
    private static final String BREAKER = "  deployment: {circuitBreaker: {enable: true, rollback: %s}}\n";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();

    @BeforeAll
    static void start() {
        // ECS never ends this rollout, and the shortest deadline is a minute: it passes while other tests run.
        world.apply(service(world.namespace("overdue"), "nginx:fail-pull")
                + "  deployment: {progressDeadlineSeconds: 60}\n");
    }

    @Test
    @Tag("promise-8")
    void aRollbackIsToldAndNotFoughtAndANewImageHeals() {
        String ns = world.namespace("rollback");
        String breaker = BREAKER.formatted(true);
        world.apply(service(ns, "nginx:1") + breaker);
        world.awaitReady(ns, "web");

        world.apply(service(ns, "nginx:fail-pull") + breaker);
        FargateService failed = world.awaitReason(ns, "web", "RolloutFailed");
        world.until(
                "ECS to have rolled back",
                () -> ecs.service(ENVIRONMENT, "rollback_web").taskDefinition().endsWith(":1"));
        ecs.awaitLooks(3, "rollback_web");
        shared.restartOperator();
        ecs.awaitLooks(3, "rollback_web");

        assertThat(Conditions.isTrue(failed.getStatus().conditions(), Conditions.STALLED))
                .isTrue();
        assertThat(World.ready(failed).orElseThrow().getMessage())
                .contains("ECS deployment circuit breaker: tasks failed to start.")
                .contains("kubectl describe fsvc -n rollback web");
        assertThat(world.service(ns, "web"))
                .hasValueSatisfying(still ->
                        assertThat(World.ready(still).orElseThrow().getReason()).isEqualTo("RolloutFailed"));
        assertThat(ecs.requests("UpdateService", "rollback_web")).hasSize(1);
        assertThat(ecs.requests("RegisterTaskDefinition", "rollback_web")).hasSize(2);
        assertThat(ecs.requests("DeregisterTaskDefinition", "rollback_web")).isEmpty();

        world.apply(service(ns, "nginx:3") + breaker);
        world.awaitReady(ns, "web");
        assertThat(ecs.requests("UpdateService", "rollback_web")).hasSize(2);
    }

    @Test
    @Tag("promise-2")
    void aFailedRolloutIsRolledBackToTheLastGoodRevisionAndForwardAgain() {
        String ns = world.namespace("backwards");
        world.apply(service(ns, "nginx:1"));
        world.awaitReady(ns, "web");
        world.apply(service(ns, "nginx:fail-pull"));
        world.until(
                "ECS to roll what fails",
                () -> ecs.service(ENVIRONMENT, "backwards_web").taskDefinition().endsWith(":2"));

        world.apply(service(ns, "nginx:fail-pull") + "  rollbackTo: lastGood\n");
        FargateService back = world.awaitReason(ns, "web", "RolledBack");

        assertThat(Conditions.isTrue(back.getStatus().conditions(), Conditions.READY))
                .isTrue();
        assertThat(back.getStatus().lastGoodRevision()).endsWith("/backwards_web:1");
        assertThat(World.ready(back).orElseThrow().getMessage()).contains("runs backwards_web:1");
        assertThat(ecs.service(ENVIRONMENT, "backwards_web").taskDefinition()).endsWith(":1");

        world.apply(service(ns, "nginx:3") + "  rollbackTo: \"9\"\n");
        FargateService impossible = world.awaitReason(ns, "web", "RollbackImpossible");
        assertThat(World.ready(impossible).orElseThrow().getMessage()).contains("2, 1 (lastGood)");
        assertThat(ecs.requests("RegisterTaskDefinition", "backwards_web")).hasSize(2);

        world.apply(service(ns, "nginx:3"));
        FargateService forward = world.awaitReady(ns, "web");
        assertThat(forward.getStatus().lastGoodRevision()).endsWith(":3");
        assertThat(ecs.requests("UpdateService", "backwards_web")).hasSize(3);
    }

    @Test
    @Tag("promise-2")
    void aRolloutIsStoppedByAnnotationAndNotTriedAgain() {
        String ns = world.namespace("stopped");
        world.apply(service(ns, "nginx:1"));
        world.awaitReady(ns, "web");
        world.apply(service(ns, "nginx:fail-pull"));
        world.awaitReason(ns, "web", "RolloutInProgress");
        world.until(
                "ECS to roll what fails",
                () -> ecs.service(ENVIRONMENT, "stopped_web").taskDefinition().endsWith(":2"));

        String at = Instant.now().toString();
        world.kubectl().run("annotate", "fsvc", "web", "-n", ns, "fargate.dev/stop-deployment-at=" + at);
        FargateService stopped = world.awaitReason(ns, "web", "RolloutFailed");
        world.until(
                "ECS to have gone back",
                () -> ecs.service(ENVIRONMENT, "stopped_web").taskDefinition().endsWith(":1"));
        ecs.awaitLooks(3, "stopped_web");

        assertThat(World.ready(stopped).orElseThrow().getMessage())
                .contains("It was stopped, as the annotation fargate.dev/stop-deployment-at asked");
        assertThat(stopped.getStatus().lastHandledStopAt()).isEqualTo(at);
        assertThat(world.service(ns, "web"))
                .hasValueSatisfying(still ->
                        assertThat(World.ready(still).orElseThrow().getReason()).isEqualTo("RolloutFailed"));
        assertThat(ecs.requests("UpdateService", "stopped_web")).hasSize(1);
    }

    @Test
    @Tag("promise-8")
    void aFirstRolloutThatFailsIsToldAndANewImageHeals() {
        String ns = world.namespace("first");
        String breaker = BREAKER.formatted(true);

        world.apply(service(ns, "nginx:fail-pull") + breaker);
        FargateService failed = world.awaitReason(ns, "web", "RolloutFailed");
        ecs.awaitLooks(2, "first_web");

        assertThat(World.ready(failed).orElseThrow().getMessage()).contains("tasks failed to start");
        assertThat(ecs.requests("CreateService", "first_web")).hasSize(1);
        assertThat(ecs.requests("UpdateService", "first_web")).isEmpty();

        world.apply(service(ns, "nginx:2") + breaker);
        world.awaitReady(ns, "web");
        assertThat(ecs.requests("UpdateService", "first_web")).hasSize(1);
    }

    @Test
    @Tag("promise-2")
    void aRestartTriesTheSameContentAgainAndHeals() {
        String ns = world.namespace("again");
        String breaker = BREAKER.formatted(true);
        world.apply(service(ns, "nginx:1") + breaker);
        world.awaitReady(ns, "web");
        ecs.command("""
                {"command": "fail-starts", "service": "again_web", "count": 3, "reason": "a zone without addresses"}""");
        world.apply(service(ns, "nginx:2") + breaker);
        world.awaitReason(ns, "web", "RolloutFailed");

        world.kubectl().run("annotate", "fsvc", "web", "-n", ns, "fargate.dev/restart-at=" + Instant.now());
        FargateService healed = world.awaitReady(ns, "web");

        assertThat(healed.getStatus().taskDefinition().arn()).endsWith(":2");
        assertThat(ecs.service(ENVIRONMENT, "again_web").taskDefinition()).endsWith(":2");
        assertThat(ecs.requests("RegisterTaskDefinition", "again_web")).hasSize(2);
        assertThat(ecs.requests("UpdateService", "again_web")).hasSize(2);
    }

    @Test
    void aRolloutThatDoesNotEndIsOverdueAndANewImageHeals() {
        FargateService overdue = world.awaitReason("overdue", "web", "ProgressDeadlineExceeded");

        assertThat(Conditions.isTrue(overdue.getStatus().conditions(), Conditions.STALLED))
                .isTrue();
        assertThat(World.ready(overdue).orElseThrow().getMessage()).contains("not done after 60 s");
        assertThat(ecs.requests("UpdateService", "overdue_web")).isEmpty();

        world.apply(service("overdue", "nginx:2") + "  deployment: {progressDeadlineSeconds: 60}\n");
        world.awaitReady("overdue", "web");
    }

    private static String service(String ns, String image) {
        return Manifests.service(ns, "web", ENVIRONMENT, image);
    }
}
