package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Look;
import dev.fargate.aws.Operation;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.TaskDefinitions.Revision;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Environments;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.plans.GoldenCase;
import dev.fargate.preflight.NoPreflights;
import dev.fargate.rightsize.RightSizes;
import dev.fargate.routing.Listeners;
import dev.fargate.routing.Routing;
import dev.fargate.service.MemoryEcs.Refused;
import dev.fargate.taskdefinition.IntentRecovery;
import dev.fargate.taskdefinition.RevisionAudit;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** The inputs of one golden case of a service, and one turn made of them. */
final class ServiceCase {
    private static final Routing NO_ROUTING = new Routing(new Listeners((namespace, name) -> Optional.empty()));
    static final String CLUSTER_ID = "cluster-1";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Existence EXISTENCE = new Existence(Duration.ofSeconds(15), Duration.ofSeconds(60));

    private final GoldenCase golden;

    ServiceCase(GoldenCase golden) {
        this.golden = golden;
    }

    /** What AWS answered MISSING, and since when. */
    record Missing(Instant since, Instant at) {}

    /** The newest revision of a family as DescribeTaskDefinition gives it. */
    record Newest(String taskDefinitionArn, String status, Map<String, String> tags) {
        Revision revision() {
            return new Revision(
                    TaskDefinition.builder()
                            .taskDefinitionArn(taskDefinitionArn)
                            .status(status)
                            .build(),
                    tags);
        }
    }

    /** Why Kubernetes refuses a run. */
    record Refusal(String message) {}

    /** Refusals by operation. */
    record Refusals(Map<String, Refused> refused) {}

    /** When operations that must wait for their turn get it. */
    record Waits(Map<Operation, Instant> until) implements Tickets {
        @Override
        public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
            return until.containsKey(operation) ? new Ticket.Wait(until.get(operation)) : new Ticket.Granted();
        }

        @Override
        public void throttled(AwsScope scope, Operation operation) {}
    }

    /** What a reader sees of a turn. */
    record Told(
            FargateServiceStatus status,
            List<String> events,
            List<String> calls,
            Duration again,
            Instant lookAt,
            Boolean finished) {}

    FargateService resource() {
        return golden.read("in-service.yaml", FargateService.class);
    }

    /** Other services of the environment, as their status tells. */
    record Fleet(List<FargateService> services) {}

    private List<FargateService> fleet() {
        return golden.readIfThere("in-fleet.yaml", Fleet.class)
                .map(Fleet::services)
                .orElse(List.of());
    }

    private Optional<FargateTaskDefinition> definition() {
        return golden.readIfThere("in-definition.yaml", FargateTaskDefinition.class);
    }

    Resolution<ResolvedEnvironment> environment() {
        return Environments.resolve(
                "production",
                Optional.of(golden.read("in-environment.yaml", FargateEnvironment.class)),
                "shop",
                Map.of("team", "shop"));
    }

    Optional<Service> live() {
        return golden.readIfThere("in-live.json", Service.serializableBuilderClass())
                .map(Service.Builder::build);
    }

    Optional<Look> look() {
        return live().<Look>map(service -> new Look.Found(service, NOW))
                .or(() -> golden.readIfThere("in-missing.yaml", Missing.class)
                        .map(missing -> new Look.Missing(missing.since(), missing.at())))
                .or(() -> golden.readIfThere("in-failed.yaml", Refused.class)
                        .map(refused -> new Look.Failed(refused.of("ecs:DescribeServices"), NOW)));
    }

    /** What the planner says, before anything is done. */
    String plan() {
        return switch (environment()) {
            case Resolution.Unresolved<ResolvedEnvironment> no ->
                "unresolved: " + no.problem().reason();
            case Resolution.Resolved<ResolvedEnvironment> environment ->
                switch (ServiceResolver.resolve(
                        resource(), environment.desired(), (namespace, name) -> definition(), NO_ROUTING, CLUSTER_ID)) {
                    case Resolution.Unresolved<DesiredService> no ->
                        "unresolved: " + no.problem().reason();
                    case Resolution.Resolved<DesiredService> desired ->
                        switch (Rollback.of(
                                Reconciliation.of(resource(), desired.desired()),
                                ecs().aws().taskDefinitions())) {
                            case Resolution.Unresolved<DesiredService> no ->
                                "unresolved: " + no.problem().reason();
                            case Resolution.Resolved<DesiredService> running -> plan(running.desired());
                        };
                };
        };
    }

    private String plan(DesiredService desired) {
        Memory before = Memory.of(resource().getStatus());
        Memory recorded = before.withRevisions(desired.task()
                .known(IntentRecovery.recover(
                        ecs().aws().taskDefinitions(), desired.owner(), desired.family(), before.revisions())));
        Optional<Service> live = live().filter(service -> desired.ownership()
                .refusal("", service.serviceArn(), SdkTags.map(service.tags()))
                .isEmpty());
        DesiredService spared = live.map(
                        service -> DriftReading.of(desired, recorded, resource().getStatus(), service)
                                .spared(desired))
                .orElse(desired);
        Memory memory =
                live.map(service -> Learnt.from(spared, recorded, service)).orElse(recorded);
        return switch (new ServicePlanner(spared, memory, EXISTENCE, NOW).plan(look())) {
            case Move.Go go -> go.plan().toString();
            case Move.Look look -> "look first, at " + look.at();
            case Move.Blocked blocked ->
                "blocked, look again at %s%n%s: %s"
                        .formatted(
                                blocked.lookAt(),
                                blocked.problem().reason(),
                                blocked.problem().message());
        };
    }

    /** One turn of the loop, with AWS answering at once. */
    Told turn() {
        MemoryEcs ecs = ecs();
        GivenRuns runs = new GivenRuns(
                golden.readIfThere("in-run.yaml", FargateTask.class),
                golden.readIfThere("in-refusal.yaml", Refusal.class).map(Refusal::message));
        GivenLook watch = new GivenLook(look());
        Tickets tickets = golden.readIfThere("in-waits.yaml", Waits.class).orElse(new Waits(Map.of()));
        ServiceSettings settings = new ServiceSettings(
                CLUSTER_ID,
                new ServiceSettings.References(
                        new GivenEnvironment(environment()),
                        (namespace, name) -> definition(),
                        NO_ROUTING,
                        new Waves(environment -> fleet()),
                        runs),
                new ServiceSettings.Rhythm(
                        EXISTENCE, new Polls(List.of(Duration.ofSeconds(15), Duration.ofSeconds(45)))),
                new RevisionAudit(),
                golden.prices(),
                new NoPreflights(),
                new RightSizes(Optional.empty(), () -> NOW),
                () -> NOW);
        ServiceRecipe recipe = new ServiceRecipe(
                scope -> ecs.aws(new MemoryScaling(golden, ecs), new MemoryAlarms(golden, ecs)),
                watch,
                new Writes(tickets),
                new Tries(() -> Long.MIN_VALUE),
                settings);
        FargateService resource = resource();
        Turn<FargateServiceStatus> turn = resource.isMarkedForDeletion()
                ? recipe.deletion(resource, intent -> {})
                : recipe.turn(resource, intent -> {});
        turn.status()
                .ifPresent(status -> assertThat(new Kstatus(status, resource)).satisfies(Kstatus::check));
        return new Told(
                turn.status().orElse(null),
                turn.notices().stream()
                        .map(notice -> "%s %s: %s".formatted(notice.type(), notice.reason(), notice.message()))
                        .toList(),
                Stream.concat(runs.calls().stream(), ecs.calls().stream()).toList(),
                turn.again().orElse(null),
                watch.asked().orElse(null),
                turn.finished() ? true : null);
    }

    private MemoryEcs ecs() {
        return new MemoryEcs(
                live(),
                new MemoryEcs.Revisions(
                        golden.readIfThere("in-revision.yaml", Newest.class).map(Newest::revision),
                        golden.readIfThere("in-task-definition.json", TaskDefinition.serializableBuilderClass())
                                .map(TaskDefinition.Builder::build)),
                golden.readIfThere("in-stopped.json", DescribeTasksResponse.serializableBuilderClass())
                        .map(reply -> reply.build().tasks())
                        .orElse(List.of()),
                golden.readIfThere("in-refusals.yaml", Refusals.class)
                        .map(Refusals::refused)
                        .orElse(Map.of()),
                NOW);
    }
}
