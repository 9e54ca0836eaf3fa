package dev.fargate.schedule;

import dev.fargate.api.Api;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.FargateScheduleStatus.EndedRun;
import dev.fargate.api.FargateScheduleStatus.Starter;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Owner;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Relocation;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.task.RunBlueprint;
import dev.fargate.taskdefinition.IntentRecovery;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The loop of FargateSchedule: resolve, look at its runs, keep or start them, report. */
public final class ScheduleRecipe implements Recipe<FargateSchedule, FargateScheduleStatus> {
    private static final Set<String> AT_REST = Set.of("Paused", "Observing");

    private final Aws.Accounts accounts;
    private final Writes writes;
    private final ScheduleSettings settings;
    private final ScheduleTurns turns;
    private final Looks looks = new Looks();

    public ScheduleRecipe(Aws.Accounts accounts, Writes writes, Tries tries, ScheduleSettings settings) {
        this.accounts = accounts;
        this.writes = writes;
        this.settings = settings;
        this.turns = new ScheduleTurns(tries, settings.time());
    }

    @Override
    public Turn<FargateScheduleStatus> turn(FargateSchedule resource, Consumer<FargateScheduleStatus> journal) {
        ScheduleMemory recorded = ScheduleMemory.of(resource.getStatus());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(turns.report(resource).paused(recorded), List.of());
        }
        return switch (resolve(resource)) {
            case Resolution.Unresolved<DesiredSchedule> unresolved ->
                turns.told(resource, unresolved.problem(), recorded);
            case Resolution.Resolved<DesiredSchedule> schedule ->
                guarded(schedule.desired(), resource, recorded, journal);
        };
    }

    private Resolution<DesiredSchedule> resolve(FargateSchedule resource) {
        ScheduleSettings.References references = settings.references();
        return switch (references
                .environments()
                .of(resource.getSpec().environment(), resource.getMetadata().getNamespace())) {
            case Resolution.Unresolved<ResolvedEnvironment> unresolved ->
                new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<ResolvedEnvironment> environment ->
                new ScheduleResolver(references.taskDefinitions(), settings.clusterId(), settings.roles())
                        .resolve(resource, environment.desired());
        };
    }

    private Turn<FargateScheduleStatus> guarded(
            DesiredSchedule desired,
            FargateSchedule resource,
            ScheduleMemory recorded,
            Consumer<FargateScheduleStatus> journal) {
        Optional<Problem> moved =
                Relocation.of("schedule", recorded.place(), desired.home().place());
        if (moved.isPresent()) {
            return turns.told(resource, moved.get(), recorded);
        }
        try {
            return towards(desired, resource, recorded, journal);
        } catch (AwsException e) {
            return turns.refused(e, resource, recorded);
        }
    }

    private Turn<FargateScheduleStatus> towards(
            DesiredSchedule desired,
            FargateSchedule resource,
            ScheduleMemory recorded,
            Consumer<FargateScheduleStatus> journal) {
        Instant now = settings.time().instant();
        Home home = desired.home();
        Aws aws = accounts.of(home.scope());
        OwnRuns runs = new OwnRuns(resource, settings.runs().of(resource));
        ScheduleMemory known = begun(desired, resource, recorded, now)
                .with(revisions(desired, resource, aws.taskDefinitions(), recorded.revisions()))
                .at(home.place());
        SchedulePlanner planner = new SchedulePlanner(
                desired,
                resource,
                runs,
                new Starts(resource, settings.runs(), settings.measures(), now),
                settings.rhythm());
        SchedulePlanner.Seen seen = planner.look(aws, known, looks);
        SchedulePlanner.Planned planned =
                planner.plan(new SchedulerEye(aws, home, settings.shareGroup(resource)), seen);
        if (planned.problem().isPresent()) {
            return tell(
                    turns.told(resource, planned.problem().get(), planned.memory()), recorded, planned.memory(), seen);
        }
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Observe) {
            return Turn.<FargateScheduleStatus>report(
                            turns.report(resource).observing(planned.plan(), recorded.with(known.times())), List.of())
                    .again(settings.rhythm().sweep());
        }
        ScheduleApplier.Outcome outcome = new ScheduleApplier(
                        aws,
                        writes.of(home.scope(), ScheduleTurns.holder(resource)),
                        home,
                        planner.starts(),
                        memory -> journal.accept(turns.report(resource)
                                .waiting(memory, "Updating", "The schedule is about to be made as the spec asks.")))
                .apply(planned.plan(), planned.memory());
        Turn<FargateScheduleStatus> turn = tell(
                drifting(turns.settled(resource, outcome), outcome, planned.drift(), resource.getStatus()),
                recorded,
                outcome.memory(),
                seen);
        return planner.next(outcome.memory())
                .map(at -> turn.againWithin(turns.until(at)))
                .orElse(turn);
    }

    /** What stays is told, and measured against what was put, once all of the plan was done. */
    private static Turn<FargateScheduleStatus> drifting(
            Turn<FargateScheduleStatus> turn,
            ScheduleApplier.Outcome outcome,
            ScheduleDrift drift,
            FargateScheduleStatus before) {
        return outcome.halt().isNone()
                ? turn.reporting(drift.on(turn.status().orElseThrow()))
                        .telling(drift.news(before).stream().toList())
                : turn;
    }

    /** No run can start on a revision that somebody deregistered: another one takes the place of its own. */
    private OwnRevisions revisions(
            DesiredSchedule desired, FargateSchedule resource, TaskDefinitions taskDefinitions, OwnRevisions recorded) {
        Owner owner = desired.home().owner();
        OwnRevisions recovered = IntentRecovery.recover(taskDefinitions, owner, RunBlueprint.family(owner), recorded);
        return desired.run().own().isPresent()
                ? settings.references().audit().checked(taskDefinitions, recovered, isAskedToLook(resource))
                : desired.run().known(recovered);
    }

    /** What is new of runs, counted and as Events. */
    private Turn<FargateScheduleStatus> tell(
            Turn<FargateScheduleStatus> turn, ScheduleMemory before, ScheduleMemory after, SchedulePlanner.Seen seen) {
        Set<String> told =
                before.runs().ended().stream().map(ScheduleRecipe::id).collect(Collectors.toSet());
        List<EndedRun> news =
                seen.ended().stream().filter(run -> !told.contains(id(run))).toList();
        news.forEach(run -> settings.measures().ended(run.outcome()));
        Turn<FargateScheduleStatus> telling = turn.telling(ScheduleTurns.ofEnds(news));
        if (after.times().missed().equals(before.times().missed())
                || after.times().missed().isEmpty()) {
            return telling;
        }
        settings.measures().missed(after.times().missed().get().reason());
        return telling.telling(ScheduleTurns.ofMissed(after.times().missed().get()));
    }

    private static String id(EndedRun run) {
        return run.name() == null ? run.taskArn() : run.name();
    }

    /** A new schedule, another one, and one that was at rest begin anew: nothing that was due before was missed. */
    private static ScheduleMemory begun(
            DesiredSchedule desired, FargateSchedule resource, ScheduleMemory recorded, Instant now) {
        FargateScheduleSpec spec = resource.getSpec();
        Times times = recorded.times();
        Optional<FargateScheduleStatus> status = Optional.ofNullable(resource.getStatus());
        if (times.settled().isEmpty()) {
            Instant created = Instant.parse(resource.getMetadata().getCreationTimestamp());
            return recorded.with(times.begun(desired.expression(), created.minusSeconds(1)));
        }
        Starter starter = ScheduleResolver.isLeftToScheduler(spec) ? Starter.Scheduler : Starter.Operator;
        boolean wasAtRest = status.filter(known -> Conditions.isTrue(known.conditions(), ScheduleReport.SUSPENDED)
                        || Conditions.find(known.conditions(), Conditions.READY)
                                .filter(ready -> AT_REST.contains(ready.getReason()))
                                .isPresent())
                .isPresent();
        boolean another = !times.expression().equals(Optional.of(desired.expression()))
                || status.filter(known -> known.startedBy() != starter).isPresent();
        return wasAtRest || another ? recorded.with(times.begun(desired.expression(), now)) : recorded;
    }

    @Override
    public Turn<FargateScheduleStatus> deletion(FargateSchedule resource, Consumer<FargateScheduleStatus> journal) {
        looks.forget(resource.getMetadata().getUid());
        return new ScheduleDeletion(accounts, writes, settings).turn(resource, turns);
    }

    /** Whether somebody asks for a look at all that can be looked at. */
    static boolean isAskedToLook(FargateSchedule resource) {
        return Api.news(
                        resource,
                        Api.RECONCILE_AT,
                        Optional.ofNullable(resource.getStatus()).map(FargateScheduleStatus::lastHandledReconcileAt))
                .isPresent();
    }

    static Optional<String> asked(FargateSchedule resource) {
        return Api.news(
                resource,
                Api.RUN_AT,
                Optional.ofNullable(resource.getStatus()).map(FargateScheduleStatus::lastHandledRunAt));
    }
}
