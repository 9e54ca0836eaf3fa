package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.FaultReport;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas, of which the leader is killed, stands still or is told to stop while it has much to do. */
@Tag("promise-3")
class LeadershipIT {
    /** What Kubernetes gives a container between SIGTERM and SIGKILL. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static World world;
    private static Ecs ecs;

    private OperatorUnderTest leader;
    private OperatorUnderTest other;
    private Estate estate;

    @BeforeAll
    static void start() {
        world = World.start();
        ecs = world.ecs();
    }

    @BeforeEach
    void elect() {
        leader = replica("leader");
        estate = Estate.begun(world, "both");
        other = replica("other");
    }

    @AfterEach
    void leaveNothing() {
        world.aws().clearFaults();
        estate.endToNothing();
        leader.close();
        other.close();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void theOtherEndsWhatAKilledLeaderHasBegun() {
        List<String> edited = List.of("edited0", "edited1", "edited2");
        List<String> added = List.of("added0", "added1", "added2");
        edited.forEach(name -> estate.apply(name, 1));
        edited.forEach(name -> estate.awaitReady(name));
        world.aws().add(Fault.nth(1, "ecs", "UpdateService", new Effect.Hold(When.AFTER)));
        world.aws().add(Fault.nth(2, "ecs", "CreateService", new Effect.Kill(leader.pid(), When.AFTER)));

        edited.forEach(name -> estate.apply(name, 2));
        added.forEach(name -> estate.apply(name, 1));
        world.until("the leader to be killed", () -> !leader.isAlive());
        world.aws().clearFaults();

        edited.forEach(name -> estate.assertRunsAlone(name, 2));
        added.forEach(name -> estate.assertRunsAlone(name, 1));
    }

    /** The API server does not answer while the old leader goes on: it cannot learn from there that another leads. */
    @Test
    void aLeaderThatStoodStillEndsWithoutAnotherWrite() {
        estate.apply("retried", 1);
        estate.awaitReady("retried");
        int throttle = world.aws().add(Fault.every("ecs", "UpdateService", new Effect.Throttle(null)));
        estate.apply("retried", 2);
        estate.awaitReason("retried", "Throttled");
        int hold = world.aws().add(Fault.nth(1, "ecs", "RegisterTaskDefinition", new Effect.Hold(When.AFTER)));
        estate.apply("held", 1);
        world.until("a call to be in flight", () -> holding(hold) == 1);

        leader.freeze();
        world.aws().remove(throttle);
        estate.apply("added", 1);
        Stream.of("held", "added").forEach(name -> estate.assertRunsAlone(name, 1));
        estate.assertRunsAlone("retried", 2);
        world.aws().release(hold);
        ecs.awaitLooks(2, "both_added");
        List<String> writes = ecs.writes();
        List<String> versions = world.versions();
        world.apiServer().freeze();
        leader.thaw();
        world.until("the old leader to end itself", () -> !leader.isAlive());
        world.apiServer().thaw();
        ecs.awaitLooks(2, "both_added");

        assertThat(ecs.writes()).isEqualTo(writes);
        assertThat(world.versions()).isEqualTo(versions);
    }

    @Test
    void aStoppingLeaderKeepsItsLeaseUntilItsCallsHaveEnded() {
        int hold = world.aws().add(Fault.every("ecs", "RegisterTaskDefinition", new Effect.Hold(When.AFTER)));
        List<String> names =
                IntStream.range(0, 20).mapToObj("busy%d"::formatted).toList();
        names.forEach(name -> estate.apply(name, 1));
        world.until("all turns to wait for AWS", () -> holding(hold) == 16);

        Instant began = Instant.now();
        leader.stop();
        String metrics = other.metrics();

        assertThat(Duration.between(began, Instant.now())).isLessThan(GRACE);
        assertThat(metrics).as("calls of the other by then").doesNotContain("fargate_aws_calls_seconds_count");
        world.aws().clearFaults();
        names.forEach(name -> estate.assertRunsAlone(name, 1));
    }

    private static OperatorUnderTest replica(String identity) {
        return world.operator(
                "--leader-election=true", "--lease-namespace=default", "--lease-duration=6s", "--identity=" + identity);
    }

    private static int holding(int fault) {
        return world.aws().faults().stream()
                .filter(report -> report.id() == fault)
                .mapToInt(FaultReport::holding)
                .sum();
    }
}
