package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.simulator.fault.When;
import dev.fargate.testing.Eks;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.Profiles;
import dev.fargate.testing.World;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator is killed around each call of a replacement: no profile is made twice, none is left over, pods always have a home. */
@Tag("promise-3")
class ProfileKillIT {
    private static World world;
    private static Eks eks;
    private static Profiles profiles;
    private static OperatorUnderTest operator;

    @BeforeAll
    static void start() {
        world = World.start();
        eks = new Eks(world);
        profiles = new Profiles(world);
        startOperator();
    }

    @AfterAll
    static void stop() {
        eks.close();
        world.close();
    }

    @ParameterizedTest(name = "{1} the effect of {0}")
    @CsvSource({
        "CreateFargateProfile, BEFORE",
        "CreateFargateProfile, AFTER",
        "DeleteFargateProfile, BEFORE",
        "DeleteFargateProfile, AFTER",
        "TagResource, AFTER"
    })
    void aReplacementThatIsCutShortIsFinishedByTheNext(String operation, When when) {
        String name = (operation + "-" + when).toLowerCase(Locale.ROOT);
        eks.cluster(name, Map.of());
        world.apply(Profiles.manifest(name, name, "shop"));
        profiles.awaitReady(name);

        int fault = world.aws()
                .add(new Fault(
                        Match.operation("eks", operation), Schedule.nth(1), new Effect.Kill(operator.pid(), when)));
        world.apply(
                operation.equals("TagResource")
                        ? Profiles.manifest(name, name, "shop") + "  tags: {team: shop}\n"
                        : Profiles.manifest(name, name, "store"));
        world.until("the operator to be killed", () -> !operator.isAlive());
        world.aws().remove(fault);
        assertThat(eks.profiles(name)).isNotEmpty();
        startOperator();

        profiles.awaitReady(name);
        assertThat(eks.profiles(name)).hasSize(1);
        profiles.delete(name);
        profiles.awaitGone(name);
        assertThat(eks.profiles(name)).isEmpty();
    }

    /** Before the profile and after it. */
    @ParameterizedTest(name = "after the effect of {0}")
    @ValueSource(strings = {"CreateRole", "DetachRolePolicy"})
    void theRoleOfPodsIsMadeOnceAndGoes(String operation) {
        String name = operation.toLowerCase(Locale.ROOT);
        eks.cluster(name, Map.of());
        JsonNode before = roles();
        int fault = world.aws()
                .add(new Fault(
                        Match.operation("iam", operation),
                        Schedule.nth(1),
                        new Effect.Kill(operator.pid(), When.AFTER)));
        world.apply(Profiles.manifest(name, name, "shop").replace("${POD_EXECUTION_ROLE_ARN}", "Managed"));
        boolean deleting = operation.equals("DetachRolePolicy");
        if (deleting) {
            profiles.awaitReady(name);
            profiles.delete(name);
        }
        world.until("the operator to be killed", () -> !operator.isAlive());
        world.aws().remove(fault);
        startOperator();

        if (!deleting) {
            profiles.awaitReady(name);
            assertThat(roles().asText()).containsOnlyOnce("<RoleName>fargate-");
            profiles.delete(name);
        }
        profiles.awaitGone(name);
        assertThat(roles()).isEqualTo(before);
    }

    private static JsonNode roles() {
        return world.aws().dump().path("moto").path("iam:ListRoles");
    }

    private static void startOperator() {
        operator =
                world.operator("--cluster-id=test-cluster", "--rollout-polls=250ms", "--pod-role-path=/fargate/pods/");
    }
}
