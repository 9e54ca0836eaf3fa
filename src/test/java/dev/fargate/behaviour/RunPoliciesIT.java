package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.FargateTaskStatus.Phase;
import dev.fargate.api.TaskAttempt.Outcome;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.Runs;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.TaskDefinitions;
import dev.fargate.testing.World;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is asked of a FargateTask while it runs, or instead of running. */
class RunPoliciesIT {
    private static final String ENVIRONMENT = "asked";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Runs runs = new Runs(world);

    @Test
    void aSuspendedRunStopsItsTasksAndGoesOnLater() {
        String ns = world.namespace("suspended");
        world.apply(run(ns, "app", "suspend: true"));
        runs.await(ns, "run", Phase.Suspended);
        assertThat(tasks(ns)).isEmpty();

        world.apply(run(ns, "app", "suspend: false"));
        runs.await(ns, "run", "running", task -> task.getStatus().launched() != null);
        world.apply(run(ns, "app", "suspend: true"));
        FargateTaskStatus suspended = runs.await(
                        ns,
                        "run",
                        "suspended with nothing active",
                        task -> task.getStatus().phase() == Phase.Suspended
                                && task.getStatus().active() == 0)
                .getStatus();

        assertThat(suspended.failed()).isZero();
        assertThat(suspended.startTime()).isNull();
        assertThat(suspended.attempts().getFirst().outcome()).isEqualTo(Outcome.Stopped);
        world.apply(run(ns, "app", "suspend: false"));
        runs.await(ns, "run", "running again", task -> task.getStatus().launched() == 2);
    }

    @Test
    void aDeletionStopsWhatRunsAndRetainLeavesIt() {
        String ns = world.namespace("deleted");
        world.apply(run(ns, "app", "deletionPolicy: Retain"));
        world.apply(run(ns, "app", "").replace("name: run", "name: other"));
        world.until(
                "both to run",
                () -> tasks(ns).size() == 1
                        && world.ecs().tasks(ENVIRONMENT, ns + "_other").size() == 1);

        runs.delete(ns, "run");
        runs.delete(ns, "other");
        runs.awaitGone(ns, "run");
        runs.awaitGone(ns, "other");

        assertThat(world.ecs().task(ENVIRONMENT, tasks(ns).getFirst()).desiredStatus())
                .isEqualTo("RUNNING");
        assertThat(world.ecs().revisions(ns + "_run")).hasSize(1);
        String other = world.ecs().tasks(ENVIRONMENT, ns + "_other").getFirst();
        assertThat(world.ecs().task(ENVIRONMENT, other).lastStatus()).isEqualTo("STOPPED");
        assertThat(world.ecs().revisions(ns + "_other")).isEmpty();
    }

    @Test
    void anObservedRunShowsItsPlanAndStartsNothing() {
        String ns = world.namespace("observed");
        world.apply(run(ns, "app", "managementPolicy: Observe\n  completions: 3\n  parallelism: 3"));

        FargateTask task = runs.awaitReason(ns, "run", "Observing");

        assertThat(task.getStatus().plan())
                .extracting(change -> change.object())
                .contains("3 tasks");
        assertThat(tasks(ns)).isEmpty();
    }

    @Test
    void aRunThatCannotBeginSaysWhyAndHeals() {
        String ns = world.namespace("later");
        world.apply(run(ns, "app:exit-0", "").replace("environment: asked", "environment: later"));
        runs.awaitReason(ns, "run", "EnvironmentNotFound");

        world.apply(Manifests.environment("later"));

        runs.await(ns, "run", Phase.Succeeded);
    }

    @Test
    void aRunOfATaskDefinitionKeepsItsRevisionAndTheTaskDefinitionWaitsForIt() {
        String ns = world.namespace("referring");
        TaskDefinitions definitions = new TaskDefinitions(world);
        world.apply(Manifests.taskDefinition(ns, "app", ENVIRONMENT, "nginx:1"));
        definitions.awaitReady(ns, "app");
        world.apply("""
                apiVersion: fargate.dev/v1alpha1
                kind: FargateTask
                metadata: {namespace: %s, name: run}
                spec: {environment: %s, taskDefinition: app}
                """.formatted(ns, ENVIRONMENT));
        runs.await(
                ns,
                "run",
                "running",
                task -> task.getStatus() != null && task.getStatus().launched() != null);

        world.kubectl().run("delete", "ftd", "-n", ns, "app", "--wait=false");
        definitions.awaitReason(ns, "app", "InUse");
        runs.delete(ns, "run");

        runs.awaitGone(ns, "run");
        world.until(
                "the task definition to be gone",
                () -> world.ecs().revisions(ns + "_app").isEmpty());
    }

    @Test
    void nothingThatWasSentIsAgainstTheModel() {
        assertThat(world.aws().violations()).isEmpty();
    }

    private static List<String> tasks(String ns) {
        return world.ecs().tasks(ENVIRONMENT, ns + "_run");
    }

    private static String run(String ns, String image, String spec) {
        return Manifests.run(ns, ENVIRONMENT, image, spec);
    }
}
