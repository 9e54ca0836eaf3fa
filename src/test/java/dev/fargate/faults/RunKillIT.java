package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.FargateTaskStatus.Phase;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.Runs;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The operator is killed around each call of a run, and replies are lost: no task is ever started a second time. */
@Tag("promise-3")
class RunKillIT {
    private static final String ENVIRONMENT = "killed";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Runs runs = new Runs(world);

    @ParameterizedTest(name = "{1} the effect of {0}")
    @CsvSource({
        "RegisterTaskDefinition, BEFORE",
        "RegisterTaskDefinition, AFTER",
        "RunTask, BEFORE",
        "RunTask, AFTER",
        "DescribeTasks, BEFORE",
        "DescribeTasks, AFTER"
    })
    void aRunWhoseOperatorIsKilledStartsOneTask(String operation, When when) {
        String ns = namespace(operation, when);
        killAround(operation, when, () -> world.apply(run(ns, "app:exit-0", 1)));

        FargateTaskStatus status = runs.await(ns, "run", Phase.Succeeded).getStatus();

        assertThat(tasks(ns)).hasSize(1);
        assertThat(status.succeeded()).isEqualTo(1);
        assertThat(status.attempts()).hasSize(1);
        assertThat(world.ecs().revisions(ns + "_run")).containsExactly(1);
    }

    @ParameterizedTest(name = "{0} the effect")
    @EnumSource
    void ofManyCallsEachIsMadeOnce(When when) {
        String ns = namespace("many", when);
        Schedule second = Schedule.nth(2);
        killAround("RunTask", second, when, () -> world.apply(run(ns, "app:exit-0", 25)));

        assertThat(runs.await(ns, "run", Phase.Succeeded).getStatus().succeeded())
                .isEqualTo(25);
        assertThat(tasks(ns)).hasSize(25);
    }

    @Test
    void aCallThatWouldBeAnotherOneByNowIsLookedForAndNotMadeAgain() {
        String ns = world.namespace("conflict");
        int fault = fault("RunTask", Schedule.nth(1), When.AFTER);
        world.apply(run(ns, "app:exit-0", 1));
        world.until("the operator to be killed", () -> !shared.operator().isAlive());
        world.aws().remove(fault);
        world.apply(run(ns, "app:exit-0", 1).replace("  completions:", "  tags: {team: shop}\n  completions:"));
        shared.startOperator();

        assertThat(runs.await(ns, "run", Phase.Succeeded).getStatus().launched())
                .isEqualTo(1);
        assertThat(tasks(ns)).hasSize(1);
    }

    @ParameterizedTest(name = "{0} the effect")
    @EnumSource
    void aLostReplyStartsNothingTwice(When when) {
        String ns = namespace("lost", when);
        int fault = world.aws()
                .add(new Fault(
                        Match.operation("ecs", "RunTask").containing(ns), Schedule.first(2), new Effect.Drop(when)));
        world.apply(run(ns, "app:exit-0", 1));

        assertThat(runs.await(ns, "run", Phase.Succeeded).getStatus().launched())
                .isEqualTo(1);
        world.aws().remove(fault);
        assertThat(tasks(ns)).hasSize(1);
    }

    @ParameterizedTest(name = "{1} the effect of {0}")
    @CsvSource({
        "StopTask, BEFORE",
        "StopTask, AFTER",
        "DeregisterTaskDefinition, BEFORE",
        "DeregisterTaskDefinition, AFTER"
    })
    void aDeletionThatIsCutShortIsFinishedByTheNext(String operation, When when) {
        String ns = namespace(operation, when);
        world.apply(run(ns, "app", 1));
        runs.await(
                ns,
                "run",
                "running",
                task -> task.getStatus() != null
                        && !task.getStatus().launches().isEmpty()
                        && !task.getStatus().launches().getFirst().tasks().isEmpty());

        killAround(operation, when, () -> runs.delete(ns, "run"));

        runs.awaitGone(ns, "run");
        assertThat(tasks(ns)).hasSize(1).allSatisfy(task -> assertThat(
                        world.ecs().task(ENVIRONMENT, task).lastStatus())
                .isEqualTo("STOPPED"));
        assertThat(world.ecs().revisions(ns + "_run")).isEmpty();
    }

    @ParameterizedTest(name = "{0} the effect")
    @EnumSource
    void aRunThatIsDeletedWhileNobodyKnowsWhetherItBeganLeavesNoTask(When when) {
        String ns = namespace("unknown", when);
        int fault = fault("RunTask", Schedule.nth(1), when);
        world.apply(run(ns, "app", 1));
        world.until("the operator to be killed", () -> !shared.operator().isAlive());
        world.aws().remove(fault);
        runs.delete(ns, "run");
        shared.startOperator();

        runs.awaitGone(ns, "run");
        assertThat(tasks(ns)).hasSize(when == When.BEFORE ? 0 : 1).allSatisfy(task -> assertThat(
                        world.ecs().task(ENVIRONMENT, task).desiredStatus())
                .isEqualTo("STOPPED"));
    }

    @Test
    void aSearchThatIsCutShortIsMadeAgain() {
        String ns = world.namespace("search");
        int fault = fault("RunTask", Schedule.nth(1), When.AFTER);
        world.apply(run(ns, "app", 1));
        world.until("the operator to be killed", () -> !shared.operator().isAlive());
        world.aws().remove(fault);
        runs.delete(ns, "run");
        shared.startOperator();

        killAround("ListTasks", When.AFTER, () -> {});

        runs.awaitGone(ns, "run");
        assertThat(tasks(ns)).hasSize(1).allSatisfy(task -> assertThat(
                        world.ecs().task(ENVIRONMENT, task).desiredStatus())
                .isEqualTo("STOPPED"));
    }

    @ParameterizedTest(name = "{0} the effect")
    @EnumSource
    void aHookWhoseOperatorIsKilledRunsOnce(When when) {
        String ns = namespace("hook", when);
        world.apply(Manifests.taskDefinition(ns, "job", ENVIRONMENT, "job:exit-0"));
        killAround(
                "RunTask",
                when,
                () -> world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1")
                        + "  hooks: {preDeploy: {taskDefinition: job}}\n"));

        world.awaitReady(ns, "web");

        assertThat(world.ecs().tasks(ENVIRONMENT, ns + "_job")).hasSize(1);
    }

    @Test
    void whatECSHasForgottenIsUnknownAndRunAgainOnlyWhenAskedFor() {
        String ns = world.namespace("forgotten");
        world.apply(run(ns, "app", 1));
        runs.await(
                ns,
                "run",
                "running",
                task -> task.getStatus() != null
                        && !task.getStatus().launches().isEmpty()
                        && !task.getStatus().launches().getFirst().tasks().isEmpty());
        String task = tasks(ns).getFirst();
        int fault = fault("DescribeTasks", Schedule.nth(1), When.BEFORE);
        world.until("the operator to be killed", () -> !shared.operator().isAlive());
        world.aws().remove(fault);
        world.ecs().command("""
                {"command": "stop-tasks", "cluster": "%s", "task": "%s"}""".formatted(ENVIRONMENT, task));
        world.aws().advance(Duration.ofSeconds(10));
        world.aws().advance(Duration.ofHours(2));
        shared.startOperator();

        FargateTaskStatus status = runs.await(ns, "run", Phase.Unknown).getStatus();
        assertThat(status.succeeded()).isZero();
        assertThat(status.launched()).isEqualTo(1);
        world.kubectl().run("annotate", "ft", "-n", ns, "run", "fargate.dev/restart-at=2026-01-01T00:00:00Z");
        runs.await(ns, "run", "running again", found -> found.getStatus().launched() == 2);
    }

    private static void killAround(String operation, When when, Runnable cause) {
        killAround(operation, Schedule.nth(1), when, cause);
    }

    /** Nothing else goes on in this world that would make such a call. */
    private static void killAround(String operation, Schedule schedule, When when, Runnable cause) {
        int fault = fault(operation, schedule, when);
        cause.run();
        world.until("the operator to be killed", () -> !shared.operator().isAlive());
        world.aws().remove(fault);
        shared.startOperator();
    }

    private static int fault(String operation, Schedule schedule, When when) {
        return world.aws()
                .add(new Fault(
                        Match.operation("ecs", operation),
                        schedule,
                        new Effect.Kill(shared.operator().pid(), when)));
    }

    private static List<String> tasks(String ns) {
        return world.ecs().tasks(ENVIRONMENT, ns + "_run");
    }

    private static String namespace(String what, When when) {
        return world.namespace((what + "-" + when).toLowerCase(Locale.ROOT));
    }

    private static String run(String ns, String image, int completions) {
        return Manifests.run(
                ns,
                ENVIRONMENT,
                image,
                "completions: %d\n  parallelism: %d\n  backoffSeconds: 1".formatted(completions, completions));
    }
}
