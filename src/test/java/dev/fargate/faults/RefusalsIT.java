package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.engine.Conditions;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Effect.Disguise;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.simulator.fault.When;
import dev.fargate.simulator.journal.Outcome;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsIT {
    private static final List<String> WRITES = List.of(
            "RegisterTaskDefinition",
            "CreateService",
            "UpdateService",
            "TagResource",
            "UntagResource",
            "DeregisterTaskDefinition",
            "DeleteService");

    private static World world;
    private static OperatorUnderTest operator;
    private static AwsAccount account;
    private static Lives lives;

    @BeforeAll
    static void start() {
        world = World.start();
        operator = world.operator();
        account = new AwsAccount(world.awsEnvironment());
        lives = new Lives(world, account);
        lives.home();
        world.namespace("refused");
    }

    @AfterEach
    void heal() {
        world.aws().clearFaults();
    }

    @AfterAll
    static void stop() {
        account.close();
        world.close();
    }

    @Test
    @Tag("promise-9")
    void throttlingInEachDisguiseOnlyTakesTime() {
        world.aws().resetCounts();
        for (Disguise disguise : Disguise.values()) {
            world.aws()
                    .add(new Fault(
                            new Match("ecs", null, null, null, "slow"),
                            new Schedule(null, 8, 0.085, 7L + disguise.name().length()),
                            new Effect.Throttle(disguise)));
        }
        List<String> names =
                IntStream.range(0, 10).mapToObj("slow%d"::formatted).toList();

        names.forEach(name -> world.apply(Manifests.service("refused", name, Lives.HOME, "nginx:1")));
        names.forEach(name -> world.awaitReady("refused", name));
        names.forEach(name -> world.apply(Manifests.service("refused", name, Lives.HOME, "nginx:2")));
        names.forEach(name -> world.awaitReady("refused", name));

        assertThat(answered("RegisterTaskDefinition", "refused_slow")).isEqualTo(20);
        assertThat(answered("CreateService", "refused_slow")).isEqualTo(10);
        assertThat(answered("UpdateService", "refused_slow")).isEqualTo(10);
        assertThat(warnings("slow")).isEmpty();
        assertThat(operator.metrics()).containsPattern("fargate_aws_calls_seconds_count\\{.*outcome=\"throttled\"");
    }

    @Test
    @Tag("promise-3")
    void aWriteWithoutAReplyIsMadeGoodAndNotMadeTwice() {
        Map<String, Effect> effects = Map.of(
                "clean", new Effect.Latency(Duration.ZERO),
                "lost-reply", new Effect.Drop(When.AFTER),
                "lost-request", new Effect.Drop(When.BEFORE),
                "broken", new Effect.Fail());
        effects.forEach((life, effect) -> WRITES.forEach(write ->
                world.aws().add(new Fault(Match.operation("ecs", write).containing(life), Schedule.nth(1), effect))));

        for (Stage stage : List.of(
                Stage.SERVICE_CREATION, Stage.IMAGE_EDIT, Stage.TAGS_EDIT, Stage.COUNT_EDIT, Stage.SERVICE_DELETION)) {
            effects.keySet().forEach(life -> lives.begin(stage, life));
            effects.keySet().forEach(life -> lives.awaitEnd(stage, life));
            Map<String, Object> clean = lives.ending(stage, "clean");
            effects.keySet().forEach(life -> assertThat(lives.ending(stage, life))
                    .as(life + " after " + stage)
                    .isEqualTo(clean));
        }
    }

    @ParameterizedTest
    @Tag("promise-5")
    @CsvSource({
        "SERVICE_CREATION, RegisterTaskDefinition",
        "SERVICE_CREATION, CreateService",
        "IMAGE_EDIT, UpdateService",
        "TAGS_EDIT, TagResource",
        "COUNT_EDIT, UpdateService"
    })
    void aDeniedWriteNamesTheActionAndHealsWhenAllowedAgain(Stage stage, String operation) {
        String life = "denied-" + (stage + operation).toLowerCase(Locale.ROOT).replace('_', '-');
        List.of(Stage.SERVICE_CREATION, Stage.IMAGE_EDIT, Stage.TAGS_EDIT).stream()
                .filter(earlier -> earlier.compareTo(stage) < 0)
                .forEach(earlier -> {
                    lives.begin(earlier, life);
                    lives.awaitEnd(earlier, life);
                });
        int denial =
                world.aws().add(new Fault(Match.operation("ecs", operation).containing(life), null, new Effect.Deny()));

        lives.begin(stage, life);
        FargateService stalled = world.awaitReason("lives", life, "AccessDenied");

        assertThat(Conditions.find(stalled.getStatus().conditions(), Conditions.STALLED))
                .hasValueSatisfying(
                        condition -> assertThat(condition.getMessage()).contains("ecs:" + operation));
        world.aws().remove(denial);
        Poke.service(world, "lives", life);
        lives.awaitEnd(stage, life);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CreateService          | LimitExceededException    | The maximum number of services was reached | AccessDenied
            CreateService          | InvalidParameterException | The platform version is unknown             | Invalid
            RegisterTaskDefinition | ClientException           | Fargate requires a different memory value   | Invalid
            """)
    void aRefusalIsToldInTheWordsOfAws(String operation, String code, String words, String reason) {
        String name = "told-" + (operation + code).toLowerCase(Locale.ROOT);
        int fault = world.aws()
                .add(new Fault(
                        Match.operation("ecs", operation).containing("refused_" + name),
                        null,
                        new Effect.Fail(400, code, words)));

        world.apply(Manifests.service("refused", name, Lives.HOME, "nginx:1"));
        FargateService stalled = world.awaitReason("refused", name, reason);

        assertThat(Conditions.find(stalled.getStatus().conditions(), Conditions.STALLED))
                .hasValueSatisfying(
                        condition -> assertThat(condition.getMessage()).contains(words, code, operation));
        world.apply(Manifests.service("refused", "beside-" + name, Lives.HOME, "nginx:1"));
        world.awaitReady("refused", "beside-" + name);
        assertThat(world.aws().faults())
                .filteredOn(report -> report.id() == fault)
                .allSatisfy(report -> assertThat(report.struck())
                        .as("tries while nothing changes; the second is for the finalizer's event")
                        .isLessThanOrEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ECS was unable to assume the role 'arn:aws:iam::123456789012:role/run'",
                "Unable to assume the service linked role. Please verify that the ECS service linked role exists."
            })
    void aRoleThatIsNotYetSeenEverywherePassesByItself(String words) {
        String name = "role" + words.length();
        world.aws()
                .add(new Fault(
                        Match.operation("ecs", "CreateService").containing(name),
                        Schedule.first(2),
                        new Effect.Fail(400, "InvalidParameterException", words)));

        world.apply(Manifests.service("refused", name, Lives.HOME, "nginx:1"));

        world.awaitReady("refused", name);
        assertThat(warnings(name)).isEmpty();
    }

    private static long answered(String operation, String text) {
        return world.aws().requests("ecs", operation).stream()
                .filter(call -> call.outcome() == Outcome.OK && call.request().contains(text))
                .count();
    }

    private static List<String> warnings(String prefix) {
        return world.kubernetes().v1().events().inNamespace("refused").list().getItems().stream()
                .filter(event -> event.getType().equals("Warning"))
                .filter(event -> event.getInvolvedObject().getName().startsWith(prefix))
                .map(event -> event.getReason() + ": " + event.getMessage())
                .toList();
    }
}
