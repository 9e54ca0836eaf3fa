package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.engine.Conditions;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.FaultReport;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All of AWS is away for so long that tries have become rare, while services are in every part of their lives. */
@Tag("promise-5")
class LongOutageIT {
    private static final int OK = 200;
    /** At 0, 1, 3, 7 and 15 seconds, give or take a fifth. */
    private static final int TRIES = 5;

    private static World world;
    private static OperatorUnderTest operator;

    @BeforeAll
    static void start() {
        world = World.start();
        operator = world.operator("--sweep=4s", "--rollout-polls=1s,3s");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    @Tag("promise-3")
    @Tag("promise-9")
    void everythingEndsAsIfThereHadBeenNoOutage() {
        Estate estate = Estate.begun(world, "away");
        List<String> idle = IntStream.range(0, 12).mapToObj("idle%d"::formatted).toList();
        List<String> all = Stream.concat(idle.stream(), Stream.of("edited", "rolling", "deleted", "draining"))
                .toList();
        all.forEach(name -> estate.apply(name, 1));
        all.forEach(estate::awaitReady);
        world.ecs().command("{\"command\": \"pace\", \"rolloutMillis\": 6000, \"drainingMillis\": 6000}");
        estate.apply("rolling", 2);
        estate.delete("draining");
        estate.awaitReason("rolling", "RolloutInProgress");
        world.until("one to drain", () -> statusInEcs("draining").equals("DRAINING"));
        Map<String, String> versions = versions(estate, idle);

        world.aws().resetCounts();
        int outage = world.aws().add(Fault.outage());
        estate.apply("added", 1);
        estate.apply("edited", 2);
        estate.delete("deleted");
        world.until("tries to have become rare", () -> tries("away_added") >= TRIES);
        FaultReport report = world.aws().faults().stream()
                .filter(fault -> fault.id() == outage)
                .findFirst()
                .orElseThrow();

        assertThat(tries("away_added")).isLessThanOrEqualTo(TRIES + 1);
        assertThat(tries("away_edited")).isLessThanOrEqualTo(TRIES + 1);
        assertThat(tries("away_deleted")).isLessThanOrEqualTo(TRIES + 1);
        assertThat(report.struck()).as("calls of 20 seconds").isLessThan(80);
        assertThat(operator.probe("/livez")).isEqualTo(OK);
        assertThat(operator.probe("/readyz")).isEqualTo(OK);
        Stream.of("added", "edited", "deleted").forEach(name -> {
            estate.awaitReason(name, "AwsUnavailable");
            assertThat(Conditions.isTrue(
                            world.service("away", name)
                                    .orElseThrow()
                                    .getStatus()
                                    .conditions(),
                            Conditions.STALLED))
                    .isFalse();
        });
        assertThat(world.service("away", "draining")).isPresent();

        world.ecs().command("{\"command\": \"pace\", \"rolloutMillis\": 1000}");
        world.aws().clearFaults();
        estate.assertRunsAlone("added", 1);
        estate.assertRunsAlone("edited", 2);
        estate.assertRunsAlone("rolling", 2);
        Stream.of("deleted", "draining").forEach(estate::awaitGone);
        assertThat(versions(estate, idle))
                .as("services that were as they should be")
                .isEqualTo(versions);
        estate.endToNothing();
    }

    private static int tries(String service) {
        return Stream.of("RegisterTaskDefinition", "DescribeTaskDefinition", "UpdateService", "DeleteService")
                .mapToInt(operation -> world.ecs().requests(operation, service).size())
                .sum();
    }

    private static String statusInEcs(String service) {
        return world.ecs().service("away", "away_" + service).status();
    }

    private static Map<String, String> versions(Estate estate, List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, estate::version));
    }
}
