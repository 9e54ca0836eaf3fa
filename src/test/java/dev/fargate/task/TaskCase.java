package dev.fargate.task;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.TaskLook;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.environment.Environments;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.plans.GoldenCase;
import dev.fargate.preflight.NoPreflights;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/** The inputs of one golden case of a run, and one turn made of them. */
final class TaskCase {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Rhythm RHYTHM = new Rhythm(
            List.of(Duration.ofSeconds(15), Duration.ofSeconds(45)),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60));

    private final GoldenCase golden;

    TaskCase(GoldenCase golden) {
        this.golden = golden;
    }

    /** Ids that AWS answered MISSING for, since when. */
    record Missing(Map<String, Instant> since) {}

    /** When operations that must wait for their turn get it, and how many tickets are there before. */
    record Waits(Map<Operation, Instant> until, int granted) {}

    /** What a reader sees of a turn. */
    record Told(
            FargateTaskStatus status,
            List<FargateTaskStatus> recorded,
            List<String> events,
            List<String> calls,
            List<String> looks,
            Duration again,
            Boolean expired,
            Boolean finished) {}

    Told turn() {
        FargateTask resource = golden.read("in-task.yaml", FargateTask.class);
        List<Task> tasks = golden.readIfThere("in-tasks.json", DescribeTasksResponse.serializableBuilderClass())
                .map(reply -> reply.build().tasks())
                .orElse(List.of());
        MemoryRuns ecs = new MemoryRuns(
                tasks,
                golden.readIfThere("in-replies.yaml", MemoryRuns.Replies.class).orElse(MemoryRuns.Replies.NONE));
        GivenTasks watch = new GivenTasks(looks(tasks));
        List<FargateTask> expired = new ArrayList<>();
        List<FargateTaskStatus> recorded = new ArrayList<>();
        TaskRecipe recipe = new TaskRecipe(
                scope -> ecs.aws(),
                watch,
                new Writes(new GivenTickets(
                        golden.readIfThere("in-waits.yaml", Waits.class).orElse(new Waits(Map.of(), 0)))),
                new Tries(() -> Long.MIN_VALUE),
                new TaskSettings(
                        "cluster-1",
                        new TaskSettings.References(
                                new OneEnvironment(environment()),
                                (namespace, name) ->
                                        golden.readIfThere("in-definition.yaml", FargateTaskDefinition.class),
                                (namespace, name) -> golden.readIfThere("in-schedule.yaml", FargateSchedule.class)),
                        RHYTHM,
                        expired::add,
                        golden.prices(),
                        new NoPreflights(),
                        () -> NOW));
        Turn<FargateTaskStatus> turn = resource.isMarkedForDeletion()
                ? recipe.deletion(resource, recorded::add)
                : recipe.turn(resource, recorded::add);
        return new Told(
                turn.status().orElse(null),
                recorded,
                turn.notices().stream()
                        .map(notice -> "%s %s: %s".formatted(notice.type(), notice.reason(), notice.message()))
                        .toList(),
                ecs.calls(),
                watch.asked(),
                turn.again().orElse(null),
                expired.isEmpty() ? null : true,
                turn.finished() ? true : null);
    }

    private Resolution<ResolvedEnvironment> environment() {
        return Environments.resolve(
                "production",
                golden.readIfThere("in-environment.yaml", FargateEnvironment.class),
                "shop",
                Map.of("team", "shop"));
    }

    private Map<String, TaskLook> looks(List<Task> tasks) {
        Map<String, TaskLook> looks = new HashMap<>();
        tasks.forEach(task -> looks.put(Judge.id(task), new TaskLook.Found(task, NOW)));
        golden.readIfThere("in-missing.yaml", Missing.class).ifPresent(missing -> missing.since()
                .forEach((id, since) -> looks.put(id, new TaskLook.Missing(since, NOW))));
        return looks;
    }

    private record OneEnvironment(Resolution<ResolvedEnvironment> given) implements EnvironmentOf {
        @Override
        public Resolution<ResolvedEnvironment> of(String environment, String namespace) {
            return given;
        }

        @Override
        public AwsScope.Session session(String environment) {
            return AwsScope.Session.PLAIN;
        }
    }

    private static final class GivenTickets implements Tickets {
        private final Waits waits;
        private int left;

        GivenTickets(Waits waits) {
            this.waits = waits;
            this.left = waits.granted();
        }

        @Override
        public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
            if (!waits.until().containsKey(operation)) {
                return new Ticket.Granted();
            }
            if (left < tickets) {
                return new Ticket.Wait(waits.until().get(operation));
            }
            left -= tickets;
            return new Ticket.Granted();
        }

        @Override
        public void throttled(AwsScope scope, Operation operation) {}
    }
}
