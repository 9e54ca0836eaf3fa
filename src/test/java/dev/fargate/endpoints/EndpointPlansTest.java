package dev.fargate.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsStatus;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import dev.fargate.cost.PriceTable;
import dev.fargate.engine.Turn;
import dev.fargate.plans.GoldenCase;
import dev.fargate.plans.Texts;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a FargateEndpoints and what EC2 holds lead to, after one turn with AWS answering at once. */
class EndpointPlansTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** What a reader sees of a turn. */
    record Told(
            List<FargateEndpointsStatus> journal,
            FargateEndpointsStatus status,
            List<String> events,
            List<String> calls,
            Duration again,
            Boolean finished) {}

    @TestFactory
    Stream<DynamicTest> endpoints_and_what_AWS_holds_lead_to_this() {
        return Stream.concat(
                GoldenCase.of("endpoints")
                        .map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> check(golden))),
                Stream.of(DynamicTest.dynamicTest(
                        "every shared input is used",
                        () -> assertThat(GoldenCase.unread("endpoints")).isEmpty())));
    }

    private static void check(GoldenCase golden) {
        MemoryEc2 account = new MemoryEc2(golden.read("in-aws.yaml", MemoryEc2.Holdings.class));
        FargateEnvironment environment = golden.read("in-environment.yaml", FargateEnvironment.class);
        FargateEndpoints resource = golden.read("in-endpoints.yaml", FargateEndpoints.class);
        List<FargateEndpointsStatus> journal = new ArrayList<>();
        EndpointsRecipe recipe = recipe(account, List.of(environment));

        Turn<FargateEndpointsStatus> turn = resource.isMarkedForDeletion()
                ? recipe.deletion(resource, journal::add)
                : recipe.turn(resource, journal::add);

        golden.write(
                "out-turn.yaml",
                Texts.yaml(new Told(
                        journal,
                        turn.status().orElse(null),
                        turn.notices().stream()
                                .map(notice -> notice.type() + " " + notice.reason() + ": " + notice.message())
                                .toList(),
                        account.calls(),
                        turn.again().orElse(null),
                        turn.finished() ? true : null)));
        golden.check();
    }

    static EndpointsRecipe recipe(MemoryEc2 account, List<FargateEnvironment> environments) {
        return new EndpointsRecipe(
                scope -> account.aws(),
                new Writes(new AtOnce()),
                new Tries(() -> Long.MIN_VALUE),
                new EndpointsRecipe.Settings(
                        "cluster-1",
                        new Given(environments),
                        PriceTable.ofRelease(),
                        new EndpointsRecipe.Rhythm(
                                Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofSeconds(15)),
                        () -> NOW));
    }

    private record Given(List<FargateEnvironment> environments) implements EndpointsRecipe.Environments {
        @Override
        public Optional<FargateEnvironment> find(String name) {
            return all().filter(
                            environment -> environment.getMetadata().getName().equals(name))
                    .findFirst();
        }

        @Override
        public Stream<FargateEnvironment> all() {
            return environments.stream();
        }
    }

    /** Everybody may at once. */
    private static final class AtOnce implements Tickets {
        @Override
        public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
            return new Ticket.Granted();
        }

        @Override
        public void throttled(AwsScope scope, Operation operation) {}
    }
}
