package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.FargateScheduleStatus.EndedRun;
import dev.fargate.api.FargateScheduleStatus.Outcome;
import dev.fargate.testing.FargateSchedules;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What EventBridge Scheduler starts on AWS's clock, which is moved on here, and what the operator makes of it. */
class ScheduledByEventBridgeIT {
    private static final String ENVIRONMENT = "unattended";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final FargateSchedules schedules = new FargateSchedules(world);

    @Test
    void whatIsStartedWhileTheOperatorIsAwayIsSeenToItsEnd() {
        Instant start = Instant.now().plus(30, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        String hourly = "schedule: rate(1 hour)\n  startDate: \"%s\"\n  role: Managed".formatted(start);
        String done = world.namespace("fired");
        String failed = world.namespace("fired-in-vain");
        world.apply(schedule(done, "app:exit-0", hourly));
        world.apply(schedule(failed, "app:exit-3", hourly));
        schedules.awaitReason(done, "nightly", "Scheduled");
        schedules.awaitReason(failed, "nightly", "Scheduled");

        shared.operator().stop();
        world.aws().advance(Duration.ofMinutes(30));
        shared.startOperator();

        FargateScheduleStatus success = awaitRun(done);
        EndedRun run = success.history().getFirst();
        assertThat(run.outcome()).isEqualTo(Outcome.Succeeded);
        assertThat(run.exitCode()).isZero();
        assertThat(tasks(done)).containsExactly(run.taskArn());
        assertThat(success.lastRunTime()).isEqualTo(start.toString());
        assertThat(success.lastSuccessTime()).isEqualTo(run.completionTime());
        FargateScheduleStatus failure = awaitRun(failed);
        EndedRun vain = failure.history().getFirst();
        assertThat(vain.outcome()).isEqualTo(Outcome.Failed);
        assertThat(vain.exitCode()).isEqualTo(3);
        assertThat(vain.cause()).isEqualTo("ExitCode");
        assertThat(vain.meaning()).contains("exit code 3");
        assertThat(failure.lastSuccessTime()).isNull();
        assertThat(schedules.runs(done)).isEmpty();
        assertThat(world.ecs().requests("RunTask", done)).isEmpty();
    }

    @Test
    void aRevisionThatSomebodyDeregisteredIsRegisteredAnew() {
        String ns = world.namespace("deregistered");
        world.apply(schedule(ns, "app:exit-0", "schedule: 0 2 * * *\n  role: Managed"));
        schedules.awaitReason(ns, "nightly", "Scheduled");

        world.ecs().elsewhere("DeregisterTaskDefinition", """
                {"taskDefinition": "%s_nightly:1"}""".formatted(ns));

        world.until(
                "the schedule to run another revision",
                () -> schedules.calls("scheduler", "UpdateSchedule", ns + "_nightly:2") == 1);
        assertThat(world.ecs().revisions(ns + "_nightly")).containsExactly(2);
    }

    private static FargateScheduleStatus awaitRun(String ns) {
        return schedules
                .await(ns, "nightly", "with a run that ended", schedule -> !schedule.getStatus()
                        .history()
                        .isEmpty())
                .getStatus();
    }

    private static List<String> tasks(String ns) {
        return world.ecs().tasks(ENVIRONMENT, ns + "_nightly");
    }

    private static String schedule(String ns, String image, String spec) {
        return Manifests.schedule(ns, ENVIRONMENT, image, spec);
    }
}
