package dev.fargate.schedule;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.api.FargateScheduleStatus.EndedRun;
import dev.fargate.aws.Aws;
import dev.fargate.cron.Timetable;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.taskdefinition.DesiredTaskDefinition;
import dev.fargate.taskdefinition.OwnRevisions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Task;

/** Plans the way from what is remembered and seen to the schedule as it should be. */
record SchedulePlanner(
        DesiredSchedule desired,
        FargateSchedule resource,
        OwnRuns runs,
        Starts starts,
        ScheduleSettings.Rhythm rhythm) {
    /** Of its own revisions, beside those in use: AWS may still try to start a run of the last one. */
    private static final int KEPT_REVISIONS = 3;
    /** While a run that is told to stop is waited for. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /**
     * What was seen of the runs.
     *
     * @param ended all that is known to have ended
     */
    record Seen(ScheduleMemory memory, List<EndedRun> ended) {}

    /** A plan, what is decided already, what stays as somebody else has made it, and why nothing may be done. */
    record Planned(ScheduleMemory memory, Plan<ScheduleStep> plan, ScheduleDrift drift, Optional<Problem> problem) {}

    Seen look(Aws aws, ScheduleMemory memory, Looks looks) {
        if (!isLeftToScheduler()) {
            return new Seen(memory.with(runs.log()), runs.ended());
        }
        RunLog.Limits limits = RunLog.Limits.of(resource.getSpec());
        RunLog theirs = memory.runs().scheduled();
        String uid = resource.getMetadata().getUid();
        Watching watching = watching();
        Optional<String> family = memory.revisions().arn().map(SchedulerPlanner::family);
        Instant settled = memory.times().settled().orElseThrow();
        if (family.isEmpty() || !watching.isDue(looks.last(uid), settled, theirs.count() > 0)) {
            return new Seen(memory.with(runs.log().and(theirs, limits)), runs.ended());
        }
        ScheduledTasks.Seen seen =
                new ScheduledTasks(aws.tasks(), desired.home(), desired.run()).look(theirs, family.get(), limits);
        looks.looked(uid, now());
        ScheduleMemory looked = settled(memory.with(seen.log()), seen.described(), watching);
        return new Seen(
                looked.with(runs.log().and(seen.log(), limits)),
                Stream.concat(runs.ended().stream(), seen.ended().stream()).toList());
    }

    /** What was due is settled once a task of it was seen, or should have been. */
    private ScheduleMemory settled(ScheduleMemory memory, List<Task> described, Watching watching) {
        Times times = memory.times();
        Instant settled = times.settled().orElseThrow();
        Optional<Instant> newest = Stream.concat(
                        described.stream().map(Task::createdAt).filter(at -> at != null),
                        memory.runs().ended().stream()
                                .map(run -> Times.instant(run.startTime()))
                                .flatMap(Optional::stream))
                .max(Comparator.naturalOrder());
        Optional<Instant> ran = newest.flatMap(at -> desired.timetable().latest(settled, at));
        if (ran.isPresent()) {
            return memory.with(times.started(ran.get()));
        }
        boolean running = !Boolean.TRUE.equals(resource.getSpec().suspend());
        return watching.overdue(settled)
                .filter(due -> running)
                .map(
                        due -> memory.with(
                                times.missed(
                                        due,
                                        Due.missed(
                                                due,
                                                "Unseen",
                                                "ECS shows no task of it: EventBridge Scheduler could not start it (its dead-letter queue or CloudTrail tell why), or it has ended and was forgotten."))))
                .orElse(memory);
    }

    Planned plan(SchedulerEye eye, Seen seen) {
        List<ScheduleStep> steps = new ArrayList<>();
        ScheduleMemory memory = seen.memory();
        Optional<String> revision = revision(memory.revisions(), steps);
        ScheduleDrift drift = ScheduleDrift.NONE;
        if (isLeftToScheduler()) {
            boolean thorough = memory.kept().scheduleArn().isEmpty() || ScheduleRecipe.isAskedToLook(resource);
            SchedulerPlanner.Planned kept = new SchedulerPlanner(desired, resource, now())
                    .plan(eye, revision, thorough, memory.kept().roleArn());
            if (kept.problem().isPresent()) {
                return new Planned(memory, new Plan<>(List.of()), kept.drift(), kept.problem());
            }
            steps.addAll(kept.steps());
            drift = kept.drift();
        } else {
            steps.addAll(removal(eye, memory.kept()));
        }
        ScheduleRecipe.asked(resource)
                .map(annotation -> new ScheduleStep.Start(starts.asked(annotation), Optional.empty()))
                .filter(start -> !runs.has(start.run().getMetadata().getName()))
                .ifPresent(steps::add);
        if (!isLeftToScheduler()) {
            memory = due(memory, steps);
        }
        runs.surplus().forEach(run -> steps.add(new ScheduleStep.Drop(run, false)));
        memory.revisions().own().stream()
                .limit(Math.max(0, memory.revisions().own().size() - KEPT_REVISIONS))
                .filter(arn -> !isInUse(arn, seen.memory()))
                .forEach(arn -> steps.add(new ScheduleStep.Deregister(arn)));
        return new Planned(memory, new Plan<>(steps), drift, Optional.empty());
    }

    private boolean isInUse(String arn, ScheduleMemory known) {
        return known.revisions().arn().equals(Optional.of(arn))
                || runs.revisions().contains(arn);
    }

    /** The revision that is to be run; empty if it is registered with this plan. */
    private Optional<String> revision(OwnRevisions known, List<ScheduleStep> steps) {
        Optional<DesiredTaskDefinition> own = desired.run().own();
        boolean current = own.filter(definition -> known.hash().equals(Optional.of(definition.hash())))
                        .isPresent()
                && known.arn().filter(known.own()::contains).isPresent();
        boolean registered = own.isEmpty() || current;
        if (registered) {
            return known.arn();
        }
        steps.add(new ScheduleStep.Register(own.get()));
        return Optional.empty();
    }

    private ScheduleMemory due(ScheduleMemory memory, List<ScheduleStep> steps) {
        if (Boolean.TRUE.equals(resource.getSpec().suspend())) {
            return memory;
        }
        FargateScheduleSpec spec = resource.getSpec();
        Due due = new Due(
                desired.timetable(),
                spec.concurrencyPolicy(),
                Optional.ofNullable(spec.startingDeadlineSeconds()).map(Duration::ofSeconds),
                now());
        Times times = memory.times();
        return switch (due.decide(times.settled().orElseThrow(), runs)) {
            case Due.Decision.Rest rest -> memory;
            case Due.Decision.Started started -> memory.with(times.started(started.due()));
            case Due.Decision.Skip skip -> memory.with(times.missed(skip.due(), skip.why()));
            case Due.Decision.Start start -> {
                steps.add(new ScheduleStep.Start(starts.due(start.due()), Optional.of(start.due())));
                yield memory;
            }
            case Due.Decision.MakeRoom room -> {
                runs.active().stream()
                        .filter(run -> !run.isMarkedForDeletion())
                        .forEach(run -> steps.add(new ScheduleStep.Drop(run, true)));
                yield memory;
            }
        };
    }

    /** What EventBridge Scheduler and IAM keep for it, taken away. */
    static List<ScheduleStep> removal(SchedulerEye eye, ScheduleMemory.Kept kept) {
        Stream<ScheduleStep> scheduler = kept.scheduleArn().isPresent() ? removal(eye) : Stream.empty();
        Stream<ScheduleStep> role = kept.roleArn().stream()
                .map(arn -> new ScheduleStep.RemoveRole(eye.home().role()));
        return Stream.concat(scheduler, role).toList();
    }

    /**
     * The group goes with the last schedule in it. Of several that go at once each looks again once its own is gone, so that one of them
     * sees it empty.
     */
    private static Stream<ScheduleStep> removal(SchedulerEye eye) {
        String schedule = eye.home().schedule();
        ScheduleStep group = new ScheduleStep.RemoveGroup(eye.home().group());
        if (eye.sharesGroup()) {
            return Stream.of(new ScheduleStep.Remove(schedule, false));
        }
        Set<String> inGroup = eye.inGroup();
        if (inGroup.isEmpty()) {
            return Stream.of(group);
        }
        boolean gone = !inGroup.contains(schedule);
        ScheduleStep remove = new ScheduleStep.Remove(schedule, !gone);
        return inGroup.equals(Set.of(schedule)) ? Stream.of(remove, group) : Stream.of(remove);
    }

    /** When a turn of its own accord is another one. */
    Optional<Instant> next(ScheduleMemory memory) {
        boolean suspended = Boolean.TRUE.equals(resource.getSpec().suspend());
        if (isLeftToScheduler()) {
            Instant look = now().plus(rhythm.sweep());
            return watching()
                    .next(
                            memory.times().settled().orElseThrow(),
                            memory.runs().scheduled().count() > 0)
                    .filter(at -> !suspended || memory.runs().scheduled().count() > 0)
                    .filter(look::isAfter)
                    .or(() -> Optional.of(look));
        }
        if (suspended) {
            return Optional.empty();
        }
        Timetable timetable = desired.timetable();
        boolean waiting =
                timetable.latest(memory.times().settled().orElseThrow(), now()).isPresent();
        if (waiting) {
            return Optional.of(now().plus(SOON));
        }
        // Their ends come as events; a run that somebody deletes does not.
        Optional<Instant> look = Optional.of(now().plus(rhythm.active()))
                .filter(at -> memory.runs().count() > 0);
        return Stream.concat(look.stream(), timetable.next(now()).stream()).min(Comparator.naturalOrder());
    }

    private Watching watching() {
        Integer window = resource.getSpec().flexibleTimeWindowMinutes();
        return new Watching(desired.timetable(), Duration.ofMinutes(window == null ? 0 : window), rhythm, now());
    }

    private boolean isLeftToScheduler() {
        return ScheduleResolver.isLeftToScheduler(resource.getSpec());
    }

    private Instant now() {
        return starts.now();
    }
}
