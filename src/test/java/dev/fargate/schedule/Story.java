package dev.fargate.schedule;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Operation;
import dev.fargate.aws.RoleBounds;
import dev.fargate.aws.Schedules;
import dev.fargate.aws.Ticket;
import dev.fargate.aws.Tickets;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.environment.Environments;
import dev.fargate.environment.Ownership;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.plans.GoldenCase;
import dev.fargate.taskdefinition.RevisionAudit;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

/** A schedule through days of virtual time: turns are taken when they are asked for, and when something happens. */
final class Story {
    private static final int MOST_TURNS = 20_000;

    private final GoldenCase golden;
    private final MemoryAws aws = new MemoryAws();
    private final MemoryTasks runs = new MemoryTasks();
    private final Counted counted = new Counted();
    private final List<Told> told = new ArrayList<>();
    private FargateSchedule schedule;
    private Instant now;
    private ScheduleRecipe recipe;
    private FargateScheduleStatus before;
    private int taken;

    Story(GoldenCase golden) {
        this.golden = golden;
    }

    /**
     * What happens.
     *
     * @param at when
     * @param spec fields of the spec that are set
     * @param annotations of the resource
     * @param exit the active run ends, with an exit code
     * @param task EventBridge Scheduler has started a task, which ECS shows so; {@code forgotten} for all of them
     * @param happens a restart, an edit by hand, the loss of the last status, a neighbour in the group, or a deletion
     * @param away the operator takes no turn until then
     */
    record Moment(
            Instant at,
            Map<String, Object> spec,
            Map<String, String> annotations,
            Integer exit,
            Map<String, String> task,
            String happens,
            Instant away) {}

    /** What happens, until when the story goes. */
    record Plot(List<Moment> moments, Instant until) {}

    /** What a reader sees of a turn in which something was done, or is told otherwise than before. */
    record Told(
            Instant at, String ready, String next, List<String> events, List<String> kubernetes, List<String> aws) {}

    /** The whole story. */
    record Outcome(
            int turnsTaken,
            int readsOfTasks,
            List<Told> turns,
            FargateScheduleStatus status,
            List<String> left,
            Map<String, Integer> counted) {}

    Outcome tell() {
        schedule = golden.read("in-schedule.yaml", FargateSchedule.class);
        Plot plot = golden.read("in-plot.yaml", Plot.class);
        now = Instant.parse(schedule.getMetadata().getCreationTimestamp());
        recipe = recipe();
        List<Moment> moments = new ArrayList<>(plot.moments());
        Optional<Instant> again = Optional.of(now);
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            Optional<Moment> moment = moments.stream().findFirst();
            Instant next = again.filter(at ->
                            moment.filter(coming -> coming.at().isBefore(at)).isEmpty())
                    .or(() -> moment.map(Moment::at))
                    .orElse(plot.until());
            if (next.isAfter(plot.until()) || schedule == null || (again.isEmpty() && moment.isEmpty())) {
                break;
            }
            boolean happens =
                    moment.filter(coming -> !coming.at().isAfter(next)).isPresent();
            now = next;
            if (happens) {
                moments.removeFirst();
                happen(moment.get());
            }
            again = turn();
        }
        return new Outcome(
                taken,
                aws.reads(),
                told,
                schedule == null ? null : schedule.getStatus(),
                aws.listing(),
                counted.counts());
    }

    private void happen(Moment moment) {
        runs.at(now);
        if (moment.spec() != null) {
            Map<String, Object> spec = Serialization.jsonMapper()
                    .convertValue(schedule.getSpec(), new TypeReference<HashMap<String, Object>>() {});
            spec.putAll(moment.spec());
            schedule.setSpec(Serialization.jsonMapper().convertValue(spec, FargateScheduleSpec.class));
            schedule.getMetadata().setGeneration(schedule.getMetadata().getGeneration() + 1);
        }
        if (moment.annotations() != null) {
            schedule.getMetadata().setAnnotations(moment.annotations());
        }
        if (moment.exit() != null) {
            runs.end(moment.exit());
        }
        if (moment.task() != null) {
            aws.put(task(moment.task()));
        }
        switch (String.valueOf(moment.happens())) {
            case "restart" -> recipe = recipe();
            case "ECS forgets" -> aws.forget();
            case "edit by hand" -> aws.scheduler().edit(edit -> edit.scheduleExpression("rate(1 minute)"));
            case "suspension and fewer retries by hand" ->
                aws.scheduler().edit(edit -> edit.state(ScheduleState.DISABLED)
                        .target(edit.build()
                                .target()
                                .copy(target -> target.retryPolicy(retries -> retries.maximumRetryAttempts(3)))));
            case "revisions are deregistered by hand" -> aws.deregisterAll();
            case "the last status is lost" -> schedule.setStatus(before);
            case "another schedule comes into the group" -> aws.scheduler().putNeighbour();
            case "another schedule leaves the group" -> aws.scheduler().removeNeighbour();
            case "deletion" -> schedule.getMetadata().setDeletionTimestamp(now.toString());
            default -> {}
        }
        if (moment.away() != null) {
            now = moment.away();
            recipe = recipe();
        }
    }

    private Optional<Instant> turn() {
        taken++;
        runs.at(now);
        FargateScheduleStatus last = schedule.getStatus();
        Turn<FargateScheduleStatus> turn = schedule.isMarkedForDeletion()
                ? recipe.deletion(schedule, schedule::setStatus)
                : recipe.turn(schedule, schedule::setStatus);
        before = last;
        turn.status().ifPresent(schedule::setStatus);
        Told now = new Told(
                this.now,
                ready(schedule.getStatus()),
                schedule.getStatus() == null ? null : schedule.getStatus().nextRunTime(),
                turn.notices().stream()
                        .map(notice -> "%s %s: %s".formatted(notice.type(), notice.reason(), notice.message()))
                        .toList(),
                runs.takeWrites(),
                aws.takeCalls());
        if (!ready(last).equals(now.ready())
                || !(now.events().isEmpty()
                        && now.kubernetes().isEmpty()
                        && now.aws().isEmpty())) {
            told.add(now);
        }
        if (turn.finished()) {
            schedule = null;
            return Optional.empty();
        }
        Optional<Instant> again = turn.again().map(this.now::plus);
        runs.stopped();
        return again;
    }

    private static String ready(FargateScheduleStatus status) {
        return Optional.ofNullable(status)
                .flatMap(known -> Conditions.find(known.conditions(), Conditions.READY))
                .map(ready -> "%s %s: %s".formatted(ready.getStatus(), ready.getReason(), ready.getMessage()))
                .orElse("(not looked at)");
    }

    private Task task(Map<String, String> given) {
        boolean stopped = given.containsKey("exit");
        Instant created = Instant.parse(given.get("created"));
        return Task.builder()
                .taskArn("arn:aws:ecs:eu-west-1:123456789012:task/production/" + given.get("id"))
                .startedBy(Schedules.startedBy(SchedulerNames.schedule(Ownership.owner(schedule, "cluster-1"))))
                .createdAt(created)
                .startedAt(created)
                .lastStatus(stopped ? "STOPPED" : "RUNNING")
                .desiredStatus(stopped ? "STOPPED" : "RUNNING")
                .stoppedAt(stopped ? now : null)
                .stopCode(stopped ? "EssentialContainerExited" : null)
                .stoppedReason(stopped ? "Essential container in task exited" : null)
                .containers(container ->
                        container.name("app").exitCode(stopped ? Integer.valueOf(given.get("exit")) : null))
                .build();
    }

    private ScheduleRecipe recipe() {
        return new ScheduleRecipe(
                scope -> aws.aws(),
                new Writes(new Unlimited()),
                new Tries(() -> Long.MIN_VALUE),
                new ScheduleSettings(
                        "cluster-1",
                        new RoleBounds("/fargate/schedules/", Optional.of("/fargate/schedules")),
                        new ScheduleSettings.References(
                                new OneEnvironment(Environments.resolve(
                                        "production",
                                        golden.readIfThere("in-environment.yaml", FargateEnvironment.class),
                                        "shop",
                                        Map.of("team", "shop"))),
                                (namespace, name) -> Optional.empty(),
                                Stream::empty,
                                new RevisionAudit()),
                        runs,
                        counted,
                        new ScheduleSettings.Rhythm(Duration.ofSeconds(45), Duration.ofMinutes(1), Duration.ofHours(6)),
                        () -> now));
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

    private static final class Unlimited implements Tickets {
        @Override
        public Ticket take(AwsScope scope, Operation operation, Ticket.Priority priority, String holder, int tickets) {
            return new Ticket.Granted();
        }

        @Override
        public void throttled(AwsScope scope, Operation operation) {}
    }
}
