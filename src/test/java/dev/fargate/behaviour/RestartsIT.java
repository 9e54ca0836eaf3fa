package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.Api;
import dev.fargate.api.FargateService;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person asks for by annotation, and what a resource finds again after it, or the operator, was away. */
class RestartsIT {
    private static final String ENVIRONMENT = "restarts";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();

    @Test
    @Tag("promise-3")
    void restartAtIsOneRolloutAlsoOverARestartOfTheOperator() {
        String ns = shared.readyService("again");
        String deployment = deployment("again_web");
        String at = Instant.now().toString();

        annotate(ns, Api.RESTART_AT, at);
        FargateService restarted = world.await(
                ns,
                "web",
                "restarted",
                service -> World.isReady(service)
                        && !service.getStatus().rollout().id().equals(deployment));
        shared.restartOperator();
        ecs.awaitLooks(3, "again_web");

        assertThat(restarted.getStatus().lastHandledRestartAt()).isEqualTo(at);
        assertThat(ecs.requests("RegisterTaskDefinition", "again_web")).hasSize(1);
        assertThat(ecs.requests("UpdateService", "again_web")).singleElement().satisfies(update -> assertThat(
                        update.findValue("forceNewDeployment"))
                .hasToString("true"));
    }

    @Test
    void reconcileAtLooksAgainAtOnce() {
        shared.operator().stop();
        shared.startOperator("--sweep=10m");
        String ns = shared.readyService("now");
        ecs.elsewhere("UpdateService", """
                {"cluster": "%s", "service": "now_web", "desiredCount": 3}""".formatted(ENVIRONMENT));
        String at = Instant.now().toString();

        annotate(ns, Api.RECONCILE_AT, at);

        world.until(
                "the count to be put back",
                () -> ecs.service(ENVIRONMENT, "now_web").desiredCount() == 1);
        world.await(
                ns, "web", "told of", service -> at.equals(service.getStatus().lastHandledReconcileAt()));
        shared.restartOperator();
    }

    @Test
    @Tag("promise-3")
    void aResourceMadeAnewResumesItsService() {
        String ns = shared.readyService("resumed");
        String uid = uid(ns);
        shared.operator().stop();
        world.kubectl().run("patch", "fsvc", "web", "-n", ns, "--type=merge", "-p", """
                {"metadata": {"finalizers": null}}""");
        world.kubectl().run("delete", "fsvc", "web", "-n", ns);
        world.apply(shared.service(ns));
        assertThat(uid(ns)).isNotEqualTo(uid);

        shared.startOperator();
        FargateService resumed = world.awaitReady(ns, "web");
        ecs.awaitLooks(2, "resumed_web");

        assertThat(ecs.service(ENVIRONMENT, "resumed_web").runningCount()).isEqualTo(1);
        assertThat(ecs.tags(resumed.getStatus().serviceArn())).containsEntry("fargate.dev/uid", uid(ns));
        assertThat(ecs.requests("DeleteService", "resumed_web")).isEmpty();
        world.delete(ns, "web");
        world.awaitGone(ns, "web");
        assertThat(ecs.service(ENVIRONMENT, "resumed_web").status()).isEqualTo("INACTIVE");
    }

    @Test
    void aResourceDeletedAndAppliedAgainGetsAServiceOfItsOwn() {
        String ns = shared.readyService("anew");
        String uid = uid(ns);

        world.delete(ns, "web");
        world.awaitGone(ns, "web");
        world.apply(shared.service(ns));
        FargateService anew = world.awaitReady(ns, "web");

        assertThat(uid(ns)).isNotEqualTo(uid);
        assertThat(ecs.requests("CreateService", "anew_web")).hasSize(2);
        assertThat(ecs.revisions("anew_web")).isEqualTo(List.of(2));
        assertThat(ecs.tags(anew.getStatus().serviceArn())).containsEntry("fargate.dev/uid", uid(ns));
    }

    private static String deployment(String service) {
        return ecs.service(ENVIRONMENT, service).deployments().getFirst().id();
    }

    private static String uid(String ns) {
        return world.service(ns, "web").orElseThrow().getMetadata().getUid();
    }

    private static void annotate(String ns, String key, String value) {
        world.kubectl().run("annotate", "fsvc", "web", "-n", ns, key + "=" + value);
    }
}
