package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTask;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.FaultReport;
import dev.fargate.simulator.fault.When;
import dev.fargate.simulator.journal.Outcome;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.Runs;
import dev.fargate.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("promise-3")
class ReplicasIT {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static World world;
    private JsonNode before;

    @BeforeAll
    static void start() {
        world = World.start();
        world.namespace("pods");
    }

    @BeforeEach
    void look() {
        before = world.aws().remaining();
        world.aws().resetCounts();
    }

    @AfterEach
    void heal() {
        world.aws().clearFaults();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void aTerminatedOperatorRecordsTheCallInFlight() {
        OperatorUnderTest operator = world.operator();
        int hold = world.aws().add(Fault.nth(1, "ecs", "RegisterTaskDefinition", new Effect.Hold(When.AFTER)));
        world.apply(Manifests.environment("held"));
        world.apply(Manifests.service("pods", "held", "held", "nginx:1"));
        world.until("the call to be held", () -> holding(hold));

        Instant began = Instant.now();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(operator::stop);
        world.until("the operator to be stopping", () -> operator.probe("/readyz") != 200);
        world.aws().release(hold);
        stopped.join();

        assertThat(Duration.between(began, Instant.now())).isLessThan(GRACE);
        FargateService held = world.service("pods", "held").orElseThrow();
        assertThat(held.getStatus().taskDefinition().arn()).endsWith("pods_held:1");
        assertThat(held.getStatus().taskDefinition().intent()).isNull();
        OperatorUnderTest next = world.operator();
        world.awaitReady("pods", "held");
        assertThat(world.aws().calls("ecs", "RegisterTaskDefinition")).isEqualTo(1);
        assertThat(world.aws().calls("ecs", "DescribeTaskDefinition")).isZero();
        assertThat(world.aws().calls("ecs", "CreateService")).isEqualTo(1);
        end("held");
        next.close();
    }

    @Test
    void aSecondReplicaStandsByAndTakesOver() {
        OperatorUnderTest first = replica("first");
        world.apply(Manifests.environment("two"));
        world.apply(Manifests.service("pods", "two", "two", "nginx:1"));
        world.awaitReady("pods", "two");
        OperatorUnderTest second = replica("second");

        world.apply(Manifests.service("pods", "two", "two", "nginx:2"));
        world.awaitReady("pods", "two");
        world.apply(Manifests.run("pods", "two", "app", ""));
        FargateTask run = new Runs(world).awaitStarted("pods", "run");
        assertThat(second.metrics()).doesNotContain("fargate_aws_calls_seconds_count");
        first.stop();
        Instant ended = Instant.now();
        world.until("the second to lead", () -> second.log().contains("leader=\"second\""));
        System.out.printf(
                "Handed over %.1f s after the leader had ended%n",
                Duration.between(ended, Instant.now()).toMillis() / 1e3);
        world.apply(Manifests.service("pods", "two", "two", "nginx:3"));
        world.awaitReady("pods", "two");

        assertThat(second.metrics()).contains("fargate_aws_calls_seconds_count");
        assertThat(world.aws().calls("ecs", "CreateService", Outcome.OK)).isEqualTo(1);
        assertThat(world.aws().calls("ecs", "CreateCluster", Outcome.OK)).isEqualTo(1);
        assertThat(world.aws().calls("ecs", "RegisterTaskDefinition", Outcome.OK))
                .isEqualTo(4);
        assertThat(world.aws().calls("ecs", "RunTask", Outcome.OK)).isEqualTo(1);
        new Runs(world).delete("pods", "run");
        new Runs(world).awaitGone("pods", "run");
        assertThat(world.ecs()
                        .task(
                                "two",
                                run.getStatus().launches().getFirst().tasks().getFirst())
                        .lastStatus())
                .isEqualTo("STOPPED");
        end("two");
        second.close();
    }

    @Test
    void whatACrashLeftUnrecordedIsDeletedAllTheSame() {
        pace("visibilityMillis", 500);
        OperatorUnderTest first = world.operator();
        world.aws().add(Fault.nth(1, "ecs", "CreateCluster", new Effect.Kill(first.pid(), When.AFTER)));
        world.apply(Manifests.environment("lost"));
        world.until("the operator to be killed", () -> !first.isAlive());
        world.kubernetes()
                .resource(world.environments().find("lost").orElseThrow())
                .delete();
        OperatorUnderTest second = world.operator();
        world.environments().awaitGone("lost");
        assertThat(world.aws().remaining()).isEqualTo(before);

        world.apply(Manifests.environment("lost"));
        world.environments().awaitReady("lost");
        world.aws().add(Fault.nth(1, "ecs", "CreateService", new Effect.Kill(second.pid(), When.AFTER)));
        world.apply(Manifests.service("pods", "lost", "lost", "nginx:1"));
        world.until("the operator to be killed", () -> !second.isAlive());
        world.delete("pods", "lost");
        OperatorUnderTest third = world.operator();
        world.awaitGone("pods", "lost");
        end("lost");
        pace("visibilityMillis", 0);
        third.close();
    }

    @Test
    void everythingDeletedAtOnceLeavesNothing() {
        OperatorUnderTest operator = world.operator();
        world.apply(Manifests.environment("all"));
        List<String> names = List.of("a", "b", "c");
        names.forEach(name -> world.apply(Manifests.service("pods", name, "all", "nginx:1")));
        names.forEach(name -> world.awaitReady("pods", name));

        world.kubernetes()
                .resource(world.environments().find("all").orElseThrow())
                .delete();
        world.kubernetes().resources(FargateService.class).inNamespace("pods").delete();

        names.forEach(name -> world.awaitGone("pods", name));
        end("all");
        operator.close();
    }

    private void end(String name) {
        world.service("pods", name).ifPresent(found -> {
            world.delete("pods", name);
            world.awaitGone("pods", name);
        });
        world.environments()
                .find(name)
                .ifPresent(found -> world.kubernetes().resource(found).delete());
        world.environments().awaitGone(name);
        assertThat(world.aws().remaining()).isEqualTo(before);
    }

    private static OperatorUnderTest replica(String identity) {
        return world.operator("--leader-election=true", "--lease-namespace=default", "--identity=" + identity);
    }

    private static void pace(String what, int millis) {
        world.aws()
                .ecs(JsonNodeFactory.instance
                        .objectNode()
                        .put("command", "pace")
                        .put(what, millis));
    }

    private static boolean holding(int fault) {
        return world.aws().faults().stream()
                .filter(report -> report.id() == fault)
                .mapToInt(FaultReport::holding)
                .anyMatch(held -> held > 0);
    }
}
