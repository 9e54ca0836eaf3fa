package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTask;
import dev.fargate.api.HookRun;
import dev.fargate.api.ServiceHooks.Hook;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.Runs;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runs that go with the rollouts of a service. */
class HookIT {
    private static final String ENVIRONMENT = "hooked";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Runs runs = new Runs(world);

    @Test
    void eachHookRunsOnceForARolloutAsItSays() {
        String ns = world.namespace("once");
        world.apply(Manifests.taskDefinition(ns, "job", ENVIRONMENT, "job:exit-0"));
        world.apply(service(ns, "nginx:1"));

        FargateService service = world.awaitReady(ns, "web");

        FargateTask before = runs.find(ns, "web-pre-deploy").orElseThrow();
        FargateTask after = runs.find(ns, "web-post-deploy").orElseThrow();
        isAsItSays(before, service.getSpec().hooks().preDeploy());
        isAsItSays(after, service.getSpec().hooks().postDeploy());
        assertThat(Instant.parse(before.getStatus().completionTime()))
                .isBeforeOrEqualTo(Instant.parse(service.getStatus().incarnation()));
        assertThat(service.getStatus().hooks())
                .extracting(HookRun::run, HookRun::state)
                .containsExactly(
                        tuple("web-pre-deploy", HookRun.State.Succeeded),
                        tuple("web-post-deploy", HookRun.State.Succeeded));
        assertThat(tasks(ns)).hasSize(2);

        world.kubectl().run("annotate", "fsvc", "-n", ns, "web", "fargate.dev/reconcile-at=2026-01-01T00:00:00Z");
        world.apply(service(ns, "nginx:2"));
        world.until(
                "hooks of the next content",
                () -> !uid(ns, "web-pre-deploy").equals(before.getMetadata().getUid())
                        && !uid(ns, "web-post-deploy")
                                .equals(after.getMetadata().getUid()));
        world.awaitReady(ns, "web");
        assertThat(tasks(ns)).hasSize(4);
    }

    @Test
    void nothingIsRolledAfterAHookThatFailedUntilItIsAskedForAgain() {
        String ns = world.namespace("held");
        world.apply(Manifests.taskDefinition(ns, "job", ENVIRONMENT, "job:exit-3"));
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1")
                + "  hooks:\n    preDeploy: {taskDefinition: job}\n");

        FargateService held = world.awaitReason(ns, "web", "PreDeployFailed");

        assertThat(held.getStatus().problem().message()).contains("web-pre-deploy", "exit code 3");
        assertThat(held.getStatus().serviceArn()).isNull();
        assertThat(tasks(ns)).hasSize(1);
        world.apply(Manifests.taskDefinition(ns, "job", ENVIRONMENT, "job:exit-0"));
        world.kubectl().run("annotate", "fsvc", "-n", ns, "web", "fargate.dev/restart-at=" + Instant.now());
        world.awaitReady(ns, "web");
        assertThat(tasks(ns)).hasSize(2);
    }

    private static void isAsItSays(FargateTask run, Hook hook) {
        assertThat(run.getSpec().taskDefinition()).isEqualTo(hook.taskDefinition());
        assertThat(run.getSpec().overrides()).isEqualTo(hook.overrides());
        assertThat(run.getSpec().backoffLimit()).isEqualTo(hook.backoffLimit());
        assertThat(run.getSpec().activeDeadlineSeconds()).isEqualTo(hook.activeDeadlineSeconds());
    }

    private static List<String> tasks(String ns) {
        return world.ecs().tasks(ENVIRONMENT, ns + "_job");
    }

    private static String uid(String ns, String name) {
        return runs.find(ns, name).map(run -> run.getMetadata().getUid()).orElse("");
    }

    private static String service(String ns, String image) {
        String hook = """
                {taskDefinition: job, backoffLimit: 1, activeDeadlineSeconds: 300, overrides: {cpu: 512, memory: 1024,
                  ephemeralStorage: {sizeInGiB: 30}, executionRoleArn: "${EXECUTION_ROLE_ARN}", taskRoleArn: "${TASK_ROLE_ARN}",
                  containerOverrides: [{name: app, command: [%s], environment: [{name: A, value: b}],
                    cpu: 256, memory: 512, memoryReservation: 256}]}}""";
        return Manifests.service(ns, "web", ENVIRONMENT, image)
                + "  hooks:\n    preDeploy: " + hook.formatted("migrate") + "\n    postDeploy: "
                + hook.formatted("smoke") + "\n";
    }
}
