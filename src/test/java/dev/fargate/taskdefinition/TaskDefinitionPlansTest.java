package dev.fargate.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.TaskDefinitions.Revision;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.environment.Environments;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.plans.GoldenCase;
import dev.fargate.plans.Texts;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** What a FargateTaskDefinition, its users and what AWS holds lead to in one turn. */
class TaskDefinitionPlansTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** The tags of the newest revision. */
    record TagsOf(Map<String, String> tags) {}

    /** Refusals by operation. */
    record Refusals(Map<String, MemoryRevisions.Refused> refused) {}

    /** When operations that must wait for their turn get it. */
    record Waits(Map<Operation, Instant> until) implements Tickets {
        @Override
        public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
            return until.containsKey(operation) ? new Ticket.Wait(until.get(operation)) : new Ticket.Granted();
        }

        @Override
        public void throttled(AwsScope scope, Operation operation) {}
    }

    /**
     * Who uses it.
     *
     * @param services that name it
     * @param running revisions, and a service that runs each; absent: not all services were looked at
     */
    record Users(List<String> services, Map<String, String> running) implements TaskDefinitionUse {
        static final Users NONE = new Users(List.of(), Map.of());

        @Override
        public List<String> services(String namespace, String name) {
            return services;
        }

        @Override
        public Optional<Map<String, String>> revisions(FargateTaskDefinition definition) {
            return Optional.ofNullable(running);
        }
    }

    private record Given(Resolution<ResolvedEnvironment> environment) implements EnvironmentOf {
        @Override
        public Resolution<ResolvedEnvironment> of(String name, String namespace) {
            return environment;
        }

        @Override
        public AwsScope.Session session(String name) {
            return AwsScope.Session.PLAIN;
        }
    }

    /**
     * What a reader sees of a turn.
     *
     * @param recorded what was put in status before the call whose effect could be lost
     */
    record Told(
            FargateTaskDefinitionStatus status,
            List<String> recorded,
            List<String> events,
            List<String> calls,
            Duration again,
            Boolean finished) {}

    @TestFactory
    Stream<DynamicTest> a_task_definition_and_what_AWS_holds_lead_to_this() {
        return Stream.concat(
                GoldenCase.of("taskdefinition")
                        .map(golden -> DynamicTest.dynamicTest(golden.toString(), () -> check(golden))),
                Stream.of(DynamicTest.dynamicTest(
                        "every shared input is used",
                        () -> assertThat(GoldenCase.unread("taskdefinition")).isEmpty())));
    }

    private static void check(GoldenCase golden) {
        MemoryRevisions ecs = new MemoryRevisions(
                newest(golden),
                golden.readIfThere("in-refusals.yaml", Refusals.class)
                        .map(Refusals::refused)
                        .orElse(Map.of()));
        TaskDefinitionRecipe recipe = new TaskDefinitionRecipe(
                scope -> ecs.aws(),
                new Writes(golden.readIfThere("in-waits.yaml", Waits.class).orElse(new Waits(Map.of()))),
                new Tries(() -> Long.MIN_VALUE),
                golden.readIfThere("in-users.yaml", Users.class).orElse(Users.NONE),
                new TaskDefinitionRecipe.Settings(
                        "cluster-1", new Given(environment(golden)), new RevisionAudit(), () -> NOW));
        FargateTaskDefinition resource = golden.read("in-definition.yaml", FargateTaskDefinition.class);
        List<String> recorded = new ArrayList<>();

        Turn<FargateTaskDefinitionStatus> turn = resource.isMarkedForDeletion()
                ? recipe.deletion(resource, status -> recorded.add(told(status)))
                : recipe.turn(resource, status -> recorded.add(told(status)));

        golden.write(
                "out-turn.yaml",
                Texts.yaml(new Told(
                        turn.status().orElse(null),
                        recorded,
                        turn.notices().stream()
                                .map(notice -> "%s %s: %s".formatted(notice.type(), notice.reason(), notice.message()))
                                .toList(),
                        ecs.calls(),
                        turn.again().orElse(null),
                        turn.finished() ? true : null)));
        golden.check();
    }

    private static String told(FargateTaskDefinitionStatus status) {
        return "intent %s in account %s"
                .formatted(status.taskDefinition().intent(), status.place().accountId());
    }

    private static Resolution<ResolvedEnvironment> environment(GoldenCase golden) {
        return Environments.resolve(
                "production",
                Optional.of(golden.read("in-environment.yaml", FargateEnvironment.class)),
                "shop",
                Map.of("team", "shop"));
    }

    private static Optional<Revision> newest(GoldenCase golden) {
        return golden.readIfThere("in-newest.json", TaskDefinition.serializableBuilderClass())
                .map(TaskDefinition.Builder::build)
                .map(definition -> new Revision(
                        definition,
                        golden.readIfThere("in-newest-tags.yaml", TagsOf.class)
                                .map(TagsOf::tags)
                                .orElse(Map.of())));
    }
}
