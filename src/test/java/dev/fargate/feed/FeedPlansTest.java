package dev.fargate.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Turn;
import dev.fargate.plans.GoldenCase;
import dev.fargate.plans.Texts;
import dev.fargate.turn.Tries;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an environment with an event feed, whose cluster and network are as they should be, and what AWS holds of the feed lead to. */
class FeedPlansTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Workloads that name the environment. */
    record Users(List<String> names) {}

    /** What a reader sees of a turn. */
    record Told(
            FargateEnvironmentStatus status,
            List<FargateEnvironmentStatus.EventFeed> recordedBeforehand,
            List<String> events,
            List<String> calls,
            Duration again,
            Boolean finished) {}

    @TestFactory
    Stream<DynamicTest> an_environment_with_a_feed_and_what_AWS_holds_of_it_lead_to_this() {
        return Stream.concat(
                GoldenCase.of("feed").map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> check(golden))),
                Stream.of(DynamicTest.dynamicTest(
                        "every shared input is used",
                        () -> assertThat(GoldenCase.unread("feed")).isEmpty())));
    }

    private static void check(GoldenCase golden) {
        MemoryQueues account = new MemoryQueues(golden.read("in-aws.json", MemoryQueues.Holdings.class));
        FargateEnvironment resource = golden.read("in-environment.yaml", FargateEnvironment.class);
        List<String> users = golden.readIfThere("in-users.yaml", Users.class)
                .map(Users::names)
                .orElse(List.of());
        List<FargateEnvironmentStatus.EventFeed> recorded = new ArrayList<>();
        try (FeedReaders readers = new FeedReaders(
                scope -> account.aws(),
                new Newsdesk(new NobodyWatches(), new NobodyWatches(), owner -> {}, NobodyRuns.DESK),
                new FeedReaders.Settings(Duration.ofMinutes(1), environment -> {}, () -> NOW),
                new SimpleMeterRegistry())) {
            FeedRecipe recipe = new FeedRecipe(
                    new AsItShouldBe(),
                    scope -> account.aws(),
                    readers,
                    new Tries(() -> Long.MIN_VALUE),
                    new FeedRecipe.Settings("cluster-1", environment -> users, () -> NOW));

            Turn<FargateEnvironmentStatus> turn = resource.isMarkedForDeletion()
                    ? recipe.deletion(resource, status -> {})
                    : recipe.turn(resource, status -> recorded.add(status.eventFeed()));

            golden.write(
                    "out-turn.yaml",
                    Texts.yaml(new Told(
                            turn.status().orElse(null),
                            recorded,
                            turn.notices().stream()
                                    .map(notice -> notice.type() + " " + notice.reason() + ": " + notice.message())
                                    .toList(),
                            account.calls(),
                            turn.again().orElse(null),
                            turn.finished() ? true : null)));
        }
        golden.check();
    }

    /** The environment's own turn: nothing to do, and nothing to say that the status does not say. */
    private record AsItShouldBe() implements Recipe<FargateEnvironment, FargateEnvironmentStatus> {
        @Override
        public Turn<FargateEnvironmentStatus> turn(
                FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
            return Turn.report(resource.getStatus(), List.of()).again(Duration.ofMinutes(1));
        }

        @Override
        public Turn<FargateEnvironmentStatus> deletion(
                FargateEnvironment resource, Consumer<FargateEnvironmentStatus> journal) {
            return Turn.finished(List.of());
        }
    }
}
