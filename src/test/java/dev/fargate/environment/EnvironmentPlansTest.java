package dev.fargate.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.engine.Turn;
import dev.fargate.plans.GoldenCase;
import dev.fargate.plans.Texts;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a FargateEnvironment and what AWS holds lead to, after one turn with AWS answering at once. */
class EnvironmentPlansTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Workloads that name the environment. */
    record Users(List<String> names) {}

    /** What a reader sees of a turn. */
    record Told(
            FargateEnvironmentStatus status,
            List<String> events,
            List<String> calls,
            Duration again,
            Boolean finished) {}

    @TestFactory
    Stream<DynamicTest> an_environment_and_what_AWS_holds_lead_to_this() {
        return Stream.concat(
                GoldenCase.of("environment")
                        .map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> check(golden))),
                Stream.of(DynamicTest.dynamicTest(
                        "every shared input is used",
                        () -> assertThat(GoldenCase.unread("environment")).isEmpty())));
    }

    private static void check(GoldenCase golden) {
        MemoryAccount account =
                golden.read("in-aws.json", MemoryAccount.Holdings.class).account();
        FargateEnvironment resource = golden.read("in-environment.yaml", FargateEnvironment.class);
        List<String> users = golden.readIfThere("in-users.yaml", Users.class)
                .map(Users::names)
                .orElse(List.of());
        EnvironmentRecipe recipe = new EnvironmentRecipe(
                scope -> account.aws(),
                new EnvironmentApplier(scope -> account.aws(), new Writes(new AtOnce())),
                environment -> users,
                new Tries(() -> Long.MIN_VALUE),
                new EnvironmentRecipe.Settings(
                        "cluster-1",
                        Duration.ofMinutes(1),
                        clusterArn -> Optional.of(Duration.ofMinutes(1)),
                        environment -> Optional.empty(),
                        () -> NOW));

        Turn<FargateEnvironmentStatus> turn = resource.isMarkedForDeletion()
                ? recipe.deletion(resource, intent -> {})
                : recipe.turn(resource, intent -> {});

        golden.write(
                "out-turn.yaml",
                Texts.yaml(new Told(
                        turn.status().orElse(null),
                        turn.notices().stream()
                                .map(notice -> notice.type() + " " + notice.reason() + ": " + notice.message())
                                .toList(),
                        account.calls(),
                        turn.again().orElse(null),
                        turn.finished() ? true : null)));
        golden.check();
    }
}
