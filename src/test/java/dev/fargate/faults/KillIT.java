package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.testing.World;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("promise-3")
class KillIT {
    private static World world;
    private static AwsAccount account;
    private static Kills kills;
    private static JsonNode before;
    private static JsonNode after;

    @BeforeAll
    static void killTheOperatorAtEachCall() {
        world = World.start();
        account = new AwsAccount(world.awsEnvironment());
        before = world.aws().remaining();
        List<String> logGroups = account.logGroups();
        kills = new Kills(world, new Lives(world, account));
        kills.run();
        kills.endAll();
        account.deleteLogGroupsBut(logGroups);
        after = world.aws().remaining();
    }

    @AfterAll
    static void stop() {
        account.close();
        world.close();
    }

    static Stream<Moment> moments() {
        return kills.moments();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void aKilledOperatorsSuccessorEndsWhereAnUndisturbedOneDoes(Moment moment) {
        assertThat(kills.disturbed(moment)).isEqualTo(kills.clean(moment.stage()));
    }

    @Test
    void afterAllTheseDeathsDeletionLeavesNothing() {
        assertThat(after).isEqualTo(before);
    }

    @Test
    void noCallWasMalformed() {
        assertThat(world.aws().violations()).isEmpty();
    }

    @Test
    void noResourceWasEverToldAProblem() {
        assertThat(world.kubernetes().v1().events().inAnyNamespace().list().getItems())
                .filteredOn(event -> event.getType().equals("Warning"))
                .extracting(event -> event.getInvolvedObject().getName() + ": " + event.getMessage())
                .isEmpty();
    }
}
