package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.Ec2;
import dev.fargate.testing.EndpointSets;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator is killed around each call for an endpoint without a private DNS name, of which AWS would make a second one. */
@Tag("promise-3")
class EndpointsKillIT {
    private static World world;
    private static Ec2 ec2;
    private static EndpointSets sets;
    private static OperatorUnderTest operator;

    @BeforeAll
    static void start() {
        world = World.start();
        ec2 = new Ec2(world);
        sets = new EndpointSets(world);
        startOperator();
    }

    @AfterAll
    static void stop() {
        ec2.close();
        world.close();
    }

    @ParameterizedTest(name = "{1} the effect of {0}")
    @CsvSource({"CreateVpcEndpoint, BEFORE", "CreateVpcEndpoint, AFTER", "DeleteVpcEndpoints, AFTER"})
    void whatIsCutShortIsFinishedByTheNext(String operation, When when) {
        String name = (operation + "-" + when).toLowerCase(Locale.ROOT);
        int fault = world.aws()
                .add(new Fault(
                        Match.operation("ec2", operation), Schedule.nth(1), new Effect.Kill(operator.pid(), when)));
        world.apply(EndpointSets.manifest(name, "logs, sts") + "  privateDns: false\n");
        if (operation.startsWith("Delete")) {
            sets.awaitReady(name);
            sets.delete(name);
        }
        world.until("the operator to be killed", () -> !operator.isAlive());
        world.aws().remove(fault);
        startOperator();

        if (!operation.startsWith("Delete")) {
            sets.awaitReady(name);
            assertThat(ec2.endpointsOf(name)).hasSize(2);
            sets.delete(name);
        }
        sets.awaitGone(name);
        assertThat(ec2.endpointsOf(name)).isEmpty();
    }

    private static void startOperator() {
        operator = world.operator("--cluster-id=test-cluster", "--rollout-polls=250ms");
    }
}
