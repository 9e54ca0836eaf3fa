package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.TaskDefinitions;
import dev.fargate.testing.World;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operator is killed around the calls that make something for a FargateTaskDefinition and a service that names it. */
@Tag("promise-3")
class TaskDefinitionKillIT {
    private static final String ENVIRONMENT = "killed";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final TaskDefinitions definitions = new TaskDefinitions(world);

    @ParameterizedTest(name = "{0} the effect")
    @EnumSource
    void aRegistrationMakesOneRevision(When when) {
        String ns = world.namespace("register-" + when.name().toLowerCase(Locale.ROOT));

        killAround(
                "RegisterTaskDefinition",
                ns + "_app",
                when,
                Manifests.taskDefinition(ns, "app", ENVIRONMENT, "nginx:1"));

        definitions.awaitReady(ns, "app");
        assertThat(world.ecs().revisions(ns + "_app")).containsExactly(1);
        killAround(
                "RegisterTaskDefinition",
                ns + "_app",
                when,
                Manifests.taskDefinition(ns, "app", ENVIRONMENT, "nginx:2"));
        definitions.awaitReady(ns, "app");
        assertThat(world.ecs().revisions(ns + "_app")).containsExactly(1, 2);
        assertThat(definitions.get(ns, "app").getStatus().taskDefinition().revisions())
                .hasSize(2);
    }

    @ParameterizedTest(name = "{0} the effect")
    @EnumSource
    void aServiceWithoutARegistrationOfItsOwnIsCreatedOnce(When when) {
        String ns = world.namespace("create-" + when.name().toLowerCase(Locale.ROOT));
        world.apply(Manifests.taskDefinition(ns, "app", ENVIRONMENT, "nginx:1"));
        definitions.awaitReady(ns, "app");

        killAround("CreateService", ns + "_one", when, Manifests.serviceOf(ns, "one", ENVIRONMENT, "app"));

        world.awaitReady(ns, "one");
        assertThat(world.aws().dump().findValuesAsText("arn"))
                .filteredOn(arn -> arn.endsWith("/" + ns + "_one"))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0} the effect")
    @EnumSource
    void aServiceWhoseCreationWasCutShortIsDeletedAllTheSame(When when) {
        String ns = world.namespace("delete-" + when.name().toLowerCase(Locale.ROOT));
        world.apply(Manifests.taskDefinition(ns, "app", ENVIRONMENT, "nginx:1"));
        definitions.awaitReady(ns, "app");
        JsonNode before = world.aws().remaining();

        int fault = fault("CreateService", ns + "_one", when);
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "app"));
        world.until("the operator to be killed", () -> !shared.operator().isAlive());
        world.aws().remove(fault);
        world.delete(ns, "one");
        shared.startOperator();
        world.awaitGone(ns, "one");

        assertThat(world.aws().remaining()).isEqualTo(before);
    }

    private static void killAround(String operation, String named, When when, String manifest) {
        int fault = fault(operation, named, when);
        world.apply(manifest);
        world.until("the operator to be killed", () -> !shared.operator().isAlive());
        world.aws().remove(fault);
        shared.startOperator();
    }

    private static int fault(String operation, String named, When when) {
        return world.aws()
                .add(new Fault(
                        Match.operation("ecs", operation).containing(named),
                        Schedule.nth(1),
                        new Effect.Kill(shared.operator().pid(), when)));
    }
}
