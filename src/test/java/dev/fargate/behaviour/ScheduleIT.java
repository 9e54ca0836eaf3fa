package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.Drift;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.FargateScheduleStatus.EndedRun;
import dev.fargate.api.FargateScheduleStatus.Outcome;
import dev.fargate.api.FargateScheduleStatus.Starter;
import dev.fargate.testing.EventBridgeScheduler;
import dev.fargate.testing.FargateSchedules;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

/** A FargateSchedule: by the operator, whose clock is ours, so that a rate begins with its creation; and by EventBridge Scheduler. */
class ScheduleIT {
    private static final String ENVIRONMENT = "recurring";

    @AutoClose
    private static final SharedEnvironment shared =
            SharedEnvironment.start(ENVIRONMENT, "keys: [\"arn:aws:kms:eu-west-1:123456789012:key/*\"]");

    private static final World world = shared.world();
    private static final FargateSchedules schedules = new FargateSchedules(world);

    @Test
    void aRunThatIsDueIsStartedOnce() {
        String ns = world.namespace("once");
        world.apply(schedule(ns, "app:exit-0", """
                schedule: rate(1 hour)
                  endDate: "2099-01-01T00:00:00Z"
                  concurrencyPolicy: Forbid
                  startingDeadlineSeconds: 600
                  backoffLimit: 2
                  backoffSeconds: 5
                  activeDeadlineSeconds: 900
                  failurePolicy: {rules: [{action: Fail, containerName: app, operator: In, values: [3]}]}
                """));

        FargateSchedule ran = schedules.await(ns, "nightly", "with a run that ended", schedule -> !schedule.getStatus()
                .history()
                .isEmpty());
        shared.restartOperator();
        world.apply(schedule(ns, "app:exit-0", "schedule: rate(1 hour)\n  concurrencyPolicy: Forbid\n  tags: {a: b}"));
        schedules.awaitReason(ns, "nightly", "Scheduled");

        FargateScheduleStatus status = ran.getStatus();
        assertThat(status.startedBy()).isEqualTo(Starter.Operator);
        assertThat(status.history().getFirst().outcome()).isEqualTo(Outcome.Succeeded);
        assertThat(status.lastRunTime()).isEqualTo(ran.getMetadata().getCreationTimestamp());
        assertThat(Instant.parse(status.nextRunTime()))
                .isEqualTo(
                        Instant.parse(ran.getMetadata().getCreationTimestamp()).plus(1, ChronoUnit.HOURS));
        assertThat(schedules.runs(ns)).singleElement().satisfies(run -> {
            assertThat(run.getSpec().backoffLimit()).isEqualTo(2);
            assertThat(run.getSpec().backoffSeconds()).isEqualTo(5);
            assertThat(run.getSpec().activeDeadlineSeconds()).isEqualTo(900);
            assertThat(run.getSpec().failurePolicy().rules()).hasSize(1);
        });
        assertThat(tasks(ns)).hasSize(1);
    }

    @Test
    void replaceStopsTheActiveRunFirst() {
        String ns = world.namespace("replaced");
        String later =
                Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS).toString();
        world.apply(schedule(ns, "app", """
                schedule: rate(1 hour)
                  startDate: "%s"
                  concurrencyPolicy: Replace
                """.formatted(later)));
        runNow(ns, "2026-01-01T00:00:00Z");
        world.until("the run that is asked for to have a task", () -> tasks(ns).size() == 1);
        String first = tasks(ns).getFirst();

        world.until("another task", () -> tasks(ns).size() == 2);

        assertThat(world.ecs().task(ENVIRONMENT, first).desiredStatus()).isEqualTo("STOPPED");
        assertThat(schedules.runs(ns)).hasSize(1);
        assertThat(schedules
                        .await(
                                ns,
                                "nightly",
                                "with a last run",
                                schedule -> schedule.getStatus().lastRunTime() != null)
                        .getStatus()
                        .lastRunTime())
                .isEqualTo(later);
    }

    @Test
    void aFailedRunIsExplainedAndOldOnesGo() {
        String ns = world.namespace("explained");
        world.apply(schedule(ns, "app:exit-3", """
                schedule: rate(1 hour)
                  concurrencyPolicy: Forbid
                  backoffLimit: 0
                  successfulRunsHistoryLimit: 0
                  failedRunsHistoryLimit: 1
                """));
        EndedRun first = schedules
                .await(ns, "nightly", "with a run that failed", schedule -> !schedule.getStatus()
                        .history()
                        .isEmpty())
                .getStatus()
                .history()
                .getFirst();

        runNow(ns, "2026-01-01T00:00:00Z");
        schedules.await(
                ns, "nightly", "with another run that failed", schedule -> schedule.getStatus().history().stream()
                        .anyMatch(run -> !run.name().equals(first.name())));
        world.until("only that one to be left", () -> schedules.runs(ns).stream()
                .noneMatch(run -> run.getMetadata().getName().equals(first.name())));

        assertThat(first.outcome()).isEqualTo(Outcome.Failed);
        assertThat(first.exitCode()).isEqualTo(3);
        assertThat(first.cause()).isEqualTo("ExitCode");
        assertThat(first.meaning()).contains("exit code 3");
        assertThat(schedules.runs(ns)).hasSize(1);
    }

    @Test
    void aRunOutOfTurnIsAskedForByAnAnnotationOrByATask() {
        String ns = world.namespace("asked");
        world.apply(schedule(
                ns,
                "app:exit-0",
                "schedule: rate(1 hour)\n  startDate: \"2099-01-01T00:00:00Z\"\n  concurrencyPolicy: Forbid"));
        schedules.awaitReason(ns, "nightly", "Scheduled");

        runNow(ns, "2026-01-01T00:00:00Z");
        world.apply("""
                apiVersion: fargate.dev/v1alpha1
                kind: FargateTask
                metadata: {namespace: %s, name: now}
                spec: {environment: %s, fromSchedule: nightly}
                """.formatted(ns, ENVIRONMENT));

        FargateScheduleStatus status = schedules
                .await(
                        ns,
                        "nightly",
                        "with two runs",
                        schedule -> schedule.getStatus().history().size() == 2)
                .getStatus();
        assertThat(status.history()).extracting(EndedRun::name).contains("now");
        assertThat(status.lastSuccessTime()).isNotNull();
        assertThat(tasks(ns)).hasSize(2);
        assertThat(world.ecs().revisions(ns + "_nightly")).containsExactly(1);
    }

    @Test
    void aScheduleLeftToEventBridgeHasItsOwnGroupAndRoleAndLeavesNothing() {
        String ns = world.namespace("left");
        world.apply(schedule(ns, "app:exit-0", "schedule: 0 2 * * *\n  role: Managed"));
        FargateSchedule made = schedules.awaitReason(ns, "nightly", "Scheduled");
        world.apply(schedule(ns, "app:2", "schedule: 0 2 * * *\n  role: Managed"));
        world.until(
                "the schedule to run another revision",
                () -> schedules.calls("scheduler", "UpdateSchedule", "left_nightly:2") == 1);

        schedules.delete(ns, "nightly");
        schedules.awaitGone(ns, "nightly");

        String role =
                made.getStatus().roleArn().substring(made.getStatus().roleArn().lastIndexOf('/') + 1);
        assertThat(made.getStatus().startedBy()).isEqualTo(Starter.Scheduler);
        assertThat(made.getStatus().scheduleArn()).contains(":schedule/fargate-");
        assertThat(schedules.requests("scheduler", "CreateSchedule", ns))
                .singleElement()
                .asString()
                .contains("cron(0 2 * * ? *)", "left_nightly:1");
        assertThat(schedules.calls("scheduler", "DeleteSchedule", ns)).isEqualTo(1);
        assertThat(schedules.calls("iam", "CreateRole", role)).isEqualTo(1);
        assertThat(schedules.calls("iam", "DeleteRole", role)).isEqualTo(1);
        assertThat(world.ecs().revisions(ns + "_nightly")).isEmpty();
    }

    @Test
    void aSuspensionByHandStaysAndIsShownAndAnEditIsPutAllTheSame() {
        String ns = world.namespace("drifted");
        String spec =
                "schedule: 0 2 * * *\n  role: Managed\n  driftPolicy: Report\n  ignoreFields: [/network]\n  count: ";
        world.apply(schedule(ns, "app", spec + 1));
        String arn =
                schedules.awaitReason(ns, "nightly", "Scheduled").getStatus().scheduleArn();

        try (EventBridgeScheduler scheduler = new EventBridgeScheduler(world)) {
            scheduler.suspend(arn);
            world.kubectl().run("annotate", "fsch", "nightly", "-n", ns, "fargate.dev/reconcile-at=" + Instant.now());
            FargateSchedule drifted = schedules.await(ns, "nightly", "drifted", schedule -> !schedule.getStatus()
                    .drift()
                    .isEmpty());
            world.apply(schedule(ns, "app", spec + 2));
            world.until(
                    "the edit to be put",
                    () -> scheduler.schedule(arn).target().ecsParameters().taskCount() == 2);

            assertThat(drifted.getStatus().drift()).containsExactly(new Drift("state", "absent", "DISABLED"));
            assertThat(scheduler.schedule(arn).state()).isEqualTo(ScheduleState.DISABLED);
        }
    }

    @Test
    void anObservedScheduleShowsItsPlanAndStartsNothing() {
        String ns = world.namespace("observed");
        world.apply(schedule(
                ns, "app", "schedule: rate(1 hour)\n  concurrencyPolicy: Forbid\n  managementPolicy: Observe"));

        FargateSchedule schedule = schedules.awaitReason(ns, "nightly", "Observing");

        assertThat(schedule.getStatus().plan())
                .extracting(change -> change.object())
                .anyMatch(object -> object.startsWith("run nightly-"));
        assertThat(schedules.runs(ns)).isEmpty();
    }

    @Test
    void aQueueAndAKeyNeedTheEnvironmentsLeave() {
        String ns = world.namespace("fenced");
        String key = "kmsKeyArn: arn:aws:kms:eu-west-1:123456789012:key/one";
        world.apply(schedule(
                ns,
                "app",
                "schedule: 0 2 * * *\n  role: Managed\n  %s\n  deadLetterQueueArn: arn:aws:sqs:eu-west-1:123456789012:lost"
                        .formatted(key)));
        schedules.awaitReason(ns, "nightly", "NotAllowed");

        world.apply(schedule(ns, "app", "schedule: 0 2 * * *\n  role: Managed\n  %s".formatted(key)));

        schedules.awaitReason(ns, "nightly", "Scheduled");
    }

    @Test
    void nothingThatWasSentIsAgainstTheModel() {
        assertThat(world.aws().violations()).isEmpty();
    }

    private static void runNow(String ns, String at) {
        world.kubectl().run("annotate", "fsch", "-n", ns, "nightly", "--overwrite", "fargate.dev/run-at=" + at);
    }

    private static List<String> tasks(String ns) {
        return world.ecs().tasks(ENVIRONMENT, ns + "_nightly");
    }

    private static String schedule(String ns, String image, String spec) {
        return Manifests.schedule(ns, ENVIRONMENT, image, spec.stripTrailing());
    }
}
