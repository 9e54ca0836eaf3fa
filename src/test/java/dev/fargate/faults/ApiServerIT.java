package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.FaultReport;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The API server is killed and started again on its etcd, while resources are Ready and while work is under way. */
@Tag("promise-3")
class ApiServerIT {
    private static World world;

    private OperatorUnderTest operator;
    private Estate estate;

    @BeforeAll
    static void start() {
        world = World.start();
    }

    @AfterEach
    void leaveNothing() {
        world.ecs().command("{\"command\": \"pace\", \"rolloutMillis\": 1000}");
        estate.endToNothing();
        operator.close();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    @Tag("promise-6")
    void theOperatorOutlivesAnApiServerThatComesBackBeforeTheLeaseRunsOut() {
        begin("outlived", "60s");
        int hold = inTheMidstOfWork();
        List<String> writes = world.ecs().writes();
        String quiet = version();

        world.apiServer().kill();
        world.aws().release(hold);
        world.apiServer().startAgain();

        estate.assertRunsAlone("rolling", 2);
        estate.assertRunsAlone("held", 1);
        assertThat(operator.isAlive()).isTrue();
        assertHeldIsAllThatWasWritten(writes);
        assertThat(version()).isEqualTo(quiet);
        assertWatchesAll();
    }

    @Test
    @Tag("promise-6")
    void anOperatorThatCannotRenewItsLeaseEndsAndGoesOnWhenStartedAgain() {
        begin("ended", "6s");
        int hold = inTheMidstOfWork();
        List<String> writes = world.ecs().writes();
        String quiet = version();

        world.apiServer().kill();
        world.until("the operator to end itself", () -> !operator.isAlive());
        world.aws().release(hold);
        world.apiServer().startAgain();
        operator = operator("6s");

        estate.assertRunsAlone("rolling", 2);
        estate.assertRunsAlone("held", 1);
        assertHeldIsAllThatWasWritten(writes);
        assertThat(version()).isEqualTo(quiet);
        assertWatchesAll();
    }

    private void begin(String name, String lease) {
        operator = operator(lease);
        estate = Estate.begun(world, name);
    }

    /** One service is Ready, the rollout of another is in progress, and the revision of a third was registered without a reply so far. */
    private int inTheMidstOfWork() {
        estate.apply("quiet", 1);
        estate.apply("rolling", 1);
        estate.awaitReady("quiet");
        estate.awaitReady("rolling");
        world.ecs().command("{\"command\": \"pace\", \"rolloutMillis\": 6000}");
        estate.apply("rolling", 2);
        estate.awaitReason("rolling", "RolloutInProgress");
        int hold = world.aws().add(Fault.nth(1, "ecs", "RegisterTaskDefinition", new Effect.Hold(When.AFTER)));
        estate.apply("held", 1);
        world.until("a call to be in flight", () -> world.aws().faults().stream()
                .filter(report -> report.id() == hold)
                .mapToInt(FaultReport::holding)
                .anyMatch(held -> held > 0));
        return hold;
    }

    /** An edit, a new resource, a deletion and the label of a namespace are all noticed. */
    private void assertWatchesAll() {
        world.ecs().command("{\"command\": \"pace\", \"rolloutMillis\": 1000}");
        estate.apply("quiet", 2);
        estate.apply("added", 1);
        estate.delete("held");
        estate.assertRunsAlone("quiet", 2);
        estate.assertRunsAlone("added", 1);
        estate.awaitGone("held");
    }

    /** The call in flight, and what was still missing then. */
    private static void assertHeldIsAllThatWasWritten(List<String> earlier) {
        List<String> all = world.ecs().writes();
        assertThat(all.subList(earlier.size(), all.size()))
                .containsExactly("ecs:RegisterTaskDefinition", "ecs:CreateService");
    }

    private String version() {
        return estate.version("quiet");
    }

    private static OperatorUnderTest operator(String lease) {
        return world.operator("--leader-election=true", "--lease-namespace=default", "--lease-duration=" + lease);
    }
}
