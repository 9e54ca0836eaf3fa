package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.Balancers;
import dev.fargate.testing.Elb;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator is killed after a load balancer was made and after it was deleted: nothing is made twice, and nothing is left over. */
@Tag("promise-3")
class LoadBalancerKillIT {
    private static final String NS = "killed";

    private static World world;
    private static Elb elb;
    private static Balancers balancers;
    private static OperatorUnderTest operator;

    @BeforeAll
    static void start() {
        world = World.start();
        elb = new Elb(world);
        balancers = new Balancers(world);
        world.namespace(NS);
        startOperator();
        world.apply(Manifests.environment("killed"));
        world.environments().awaitReady("killed");
    }

    @AfterAll
    static void stop() {
        elb.close();
        world.close();
    }

    @ParameterizedTest(name = "{2} the effect of {1}")
    @CsvSource({"elasticloadbalancing, CreateLoadBalancer, AFTER", "elasticloadbalancing, DeleteLoadBalancer, AFTER"})
    void whatIsCutShortIsFinishedByTheNext(String service, String operation, When when) {
        String name = operation.toLowerCase(Locale.ROOT);
        int fault = world.aws()
                .add(new Fault(
                        Match.operation(service, operation), Schedule.nth(1), new Effect.Kill(operator.pid(), when)));
        world.apply(Balancers.manifest(NS, name, "killed", 80) + "  loadBalancerName: %s\n".formatted(name));
        if (operation.startsWith("Delete")) {
            balancers.awaitReady(NS, name);
            balancers.delete(NS, name);
        }
        world.until("the operator to be killed", () -> !operator.isAlive());
        world.aws().remove(fault);
        startOperator();

        if (!operation.startsWith("Delete")) {
            balancers.awaitReady(NS, name);
            assertThat(elb.named(name)).hasSize(1);
            balancers.delete(NS, name);
        }
        balancers.awaitGone(NS, name);
        assertThat(elb.named(name)).isEmpty();
    }

    private static void startOperator() {
        operator = world.operator("--cluster-id=test-cluster", "--rollout-polls=250ms", "--missing-confirmation=1s");
    }
}
