package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.FargateTaskStatus.Phase;
import dev.fargate.api.TaskAttempt;
import dev.fargate.api.TaskAttempt.Outcome;
import dev.fargate.simulator.journal.CallRecord;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.Runs;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Event;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a FargateTask. An image's tag plays what becomes of a task; without one it runs for ever. */
class RunIT {
    private static final String ENVIRONMENT = "runs";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Runs runs = new Runs(world);

    @Test
    void aRunThatSucceedsIsCompleteAndNeverRunAgain() {
        String ns = world.namespace("complete");
        world.apply(run(ns, "app:exit-0", ""));

        FargateTaskStatus status = runs.await(ns, "run", Phase.Succeeded).getStatus();

        assertThat(status.conditions())
                .extracting(condition -> condition.getType() + "=" + condition.getStatus())
                .containsExactly("Ready=True", "Complete=True");
        TaskAttempt attempt = status.attempts().getFirst();
        assertThat(attempt.outcome()).isEqualTo(Outcome.Succeeded);
        assertThat(attempt.containers().getFirst().exitCode()).isZero();
        assertThat(world.ecs().task(ENVIRONMENT, attempt.taskArn()).tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .contains("fargate.dev/kind=FargateTask", "fargate.dev/name=run");
        assertThat(events(ns))
                .extracting(Event::getReason)
                .containsExactlyInAnyOrder("RevisionRegistered", "TasksStarted", "Completed");
        world.kubectl().run("annotate", "ft", "-n", ns, "run", "fargate.dev/reconcile-at=2026-01-01T00:00:00Z");
        runs.await(ns, "run", "looked at again", task -> "2026-01-01T00:00:00Z"
                .equals(task.getStatus().lastHandledReconcileAt()));
        assertThat(tasks(ns)).hasSize(1);
    }

    @Test
    @Tag("promise-8")
    void aRunThatFailsIsExplained() {
        String ns = world.namespace("explained");
        world.apply(run(ns, "nowhere:fail-pull", "backoffLimit: 0"));

        FargateTaskStatus status = runs.await(ns, "run", Phase.Failed).getStatus();

        assertThat(status.conditions())
                .extracting(condition -> condition.getType() + "=" + condition.getStatus())
                .containsExactly("Ready=False", "Stalled=True", "Failed=True");
        assertThat(Runs.condition(runs.find(ns, "run").orElseThrow(), "Failed")
                        .orElseThrow()
                        .getMessage())
                .contains("backoffLimit is 0", "nowhere:fail-pull", "does not exist");
        assertThat(status.attempts().getFirst().cause()).isEqualTo("ImageNotFound");
        assertThat(events(ns)).extracting(Event::getReason).contains("TaskFailed", "BackoffLimitExceeded");
    }

    @Test
    void aRunFailsWhenBackoffLimitIsExceeded() {
        String ns = world.namespace("backoff");
        world.apply(run(ns, "app:exit-1", "backoffLimit: 1\n  backoffSeconds: 1"));

        FargateTaskStatus status = runs.await(ns, "run", Phase.Failed).getStatus();

        assertThat(status.failure().reason()).isEqualTo("BackoffLimitExceeded");
        assertThat(status.failed()).isEqualTo(2);
        assertThat(status.attempts())
                .extracting(attempt -> attempt.containers().getFirst().exitCode())
                .containsExactly(1, 1);
        assertThat(tasks(ns)).hasSize(2);
    }

    @Test
    void anExitCodeFailsTheRunAtOnce() {
        String ns = world.namespace("policy");
        world.apply(run(ns, "app:exit-3", """
                failurePolicy:
                    rules:
                      - {action: Ignore, operator: NotIn, values: [1, 3]}
                      - {action: Fail, containerName: app, operator: In, values: [3]}"""));

        FargateTaskStatus status = runs.await(ns, "run", Phase.Failed).getStatus();

        assertThat(status.failure().reason()).isEqualTo("FailurePolicy");
        assertThat(tasks(ns)).hasSize(1);
    }

    @Test
    void anIgnoredExitCodeIsTriedAgainAndNotCounted() {
        String ns = world.namespace("ignored");
        world.apply(run(ns, "app:exit-3", """
                backoffLimit: 0
                  backoffSeconds: 1
                  failurePolicy:
                    rules:
                      - {action: Ignore, operator: In, values: [3]}"""));

        FargateTask task = runs.await(
                ns,
                "run",
                "at its second task",
                found -> found.getStatus() != null
                        && found.getStatus().launched() != null
                        && found.getStatus().launched() >= 2);

        assertThat(task.getStatus().failed()).isZero();
        assertThat(task.getStatus().attempts().getFirst().outcome()).isEqualTo(Outcome.Ignored);
        runs.delete(ns, "run");
        runs.awaitGone(ns, "run");
    }

    @Test
    void aRunThatIsNotCompleteInTimeIsStopped() {
        String ns = world.namespace("deadline");
        world.apply(run(ns, "app", "activeDeadlineSeconds: 2"));

        FargateTaskStatus status = runs.await(ns, "run", Phase.Failed).getStatus();

        assertThat(status.failure().reason()).isEqualTo("DeadlineExceeded");
        assertThat(status.attempts().getFirst().outcome()).isEqualTo(Outcome.Stopped);
        assertThat(status.attempts().getFirst().reason()).isEqualTo("fargate-operator: the run has failed");
        assertThat(tasks(ns)).hasSize(1);
    }

    @Test
    void aFinishedRunIsDeletedWhenItsTimeIsOver() {
        String ns = world.namespace("expired");
        world.apply(run(ns, "app:exit-0", "ttlSecondsAfterFinished: 1"));

        world.until("a task to have been started", () -> tasks(ns).size() == 1);
        runs.awaitGone(ns, "run");

        assertThat(tasks(ns)).hasSize(1);
        assertThat(world.ecs().revisions(ns + "_run")).isEmpty();
    }

    @Test
    void aSpotInterruptionDoesNotCount() {
        String ns = world.namespace("spot");
        world.apply(run(ns, "app", "backoffLimit: 0\n  backoffSeconds: 1"));
        runs.await(
                ns,
                "run",
                "started",
                task -> task.getStatus() != null
                        && !task.getStatus().launches().isEmpty()
                        && !task.getStatus().launches().getFirst().tasks().isEmpty());
        String first = tasks(ns).getFirst();

        runs.interrupt(ENVIRONMENT, first);

        FargateTaskStatus status = runs.await(
                        ns,
                        "run",
                        "at its second task",
                        task -> task.getStatus().launched() == 2)
                .getStatus();
        assertThat(status.failed()).isZero();
        assertThat(status.attempts().getFirst().outcome()).isEqualTo(Outcome.Interrupted);
        assertThat(status.attempts().getFirst().cause()).isEqualTo("SpotInterruption");
    }

    @Test
    void asManyTasksAsAskedForSucceedTenACallAndNoMoreAtATimeThanAllowed() {
        String ns = world.namespace("many");
        world.apply(run(ns, "app:exit-0", "completions: 25\n  parallelism: 12"));

        FargateTaskStatus status = runs.await(ns, "run", Phase.Succeeded).getStatus();

        assertThat(status.succeeded()).isEqualTo(25);
        assertThat(status.attempts()).hasSize(5);
        assertThat(tasks(ns)).hasSize(25);
        List<String> requests = world.aws().requests("ecs", "RunTask").stream()
                .map(CallRecord::request)
                .filter(request -> request.contains(ns + "_run"))
                .toList();
        assertThat(requests).allMatch(request -> request.matches("(?s).*\"count\"\\s*:\\s*([1-9]|10)\\b.*"));
        assertThat(requests.getFirst()).containsPattern("\"count\"\\s*:\\s*10");
        assertThat(requests.get(1)).containsPattern("\"count\"\\s*:\\s*2");
    }

    @Test
    void capacityThatIsGoneIsShownAndWaitedFor() {
        String ns = world.namespace("capacity");
        world.ecs().command("{\"command\": \"capacity\", \"available\": false}");
        try {
            world.apply(run(ns, "app:exit-0", "backoffLimit: 0"));
            FargateTask task = runs.awaitReason(ns, "run", "NoCapacity");
            assertThat(Runs.condition(task, "Ready").orElseThrow().getMessage())
                    .contains("Capacity is unavailable at this time");
        } finally {
            world.ecs().command("{\"command\": \"capacity\", \"available\": true}");
        }

        assertThat(runs.await(ns, "run", Phase.Succeeded).getStatus().failed()).isZero();
    }

    @Test
    void nothingThatWasSentIsAgainstTheModel() {
        assertThat(world.aws().violations()).isEmpty();
    }

    private static List<String> tasks(String ns) {
        return world.ecs().tasks(ENVIRONMENT, ns + "_run");
    }

    private static List<Event> events(String ns) {
        return world.kubernetes().v1().events().inNamespace(ns).list().getItems();
    }

    private static String run(String ns, String image, String spec) {
        return Manifests.run(ns, ENVIRONMENT, image, spec);
    }
}
