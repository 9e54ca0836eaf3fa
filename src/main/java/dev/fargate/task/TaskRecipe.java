package dev.fargate.task;

import dev.fargate.api.Api;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.api.Place;
import dev.fargate.api.TaskAttempt;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.TaskWatch;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Relocation;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.taskdefinition.IntentRecovery;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The loop of FargateTask: look, resolve, plan, apply, report, until the run has ended; and never again after that. */
public final class TaskRecipe implements Recipe<FargateTask, FargateTaskStatus> {
    private final Aws.Accounts accounts;
    private final TaskWatch watch;
    private final Writes writes;
    private final TaskSettings settings;
    private final RunTurns turns;
    private final RunPreflight preflight;

    public TaskRecipe(Aws.Accounts accounts, TaskWatch watch, Writes writes, Tries tries, TaskSettings settings) {
        this.accounts = accounts;
        this.watch = watch;
        this.writes = writes;
        this.settings = settings;
        this.turns = new RunTurns(tries, settings.time());
        this.preflight = new RunPreflight(settings.preflights());
    }

    /** What one turn has seen before it decides. */
    private record Seen(RunMemory memory, Set<String> stopping, List<TaskAttempt> ended) {}

    @Override
    public Turn<FargateTaskStatus> turn(FargateTask named, Consumer<FargateTaskStatus> journal) {
        TaskSettings.References references = settings.references();
        FargateTask resource = new FromSchedule(references.schedules(), references.taskDefinitions()).complete(named);
        RunMemory recorded = RunMemory.of(resource.getStatus());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            preflight.forget(resource);
            return Turn.report(turns.report(resource).paused(recorded), List.of());
        }
        if (recorded.isFinished()) {
            return finished(resource, recorded);
        }
        Resolution<DesiredRun> resolution = resolve(resource, recorded);
        Optional<DesiredRun> desired = resolution instanceof Resolution.Resolved<DesiredRun> resolved
                ? Optional.of(resolved.desired())
                : Optional.empty();
        Seen seen = look(resource, askedAgain(resource, recorded), desired);
        UnaryOperator<FargateTaskStatus> priced = status -> RunPreflight.worthTelling(
                resource.getStatus(),
                new RunBill(settings.prices()).on(status, resource.getStatus(), seen.ended(), desired));
        Turn<FargateTaskStatus> turn =
                switch (resolution) {
                    case Resolution.Unresolved<DesiredRun> unresolved -> hindered(resource, seen, unresolved.problem());
                    case Resolution.Resolved<DesiredRun> run ->
                        guarded(run.desired(), resource, seen, status -> journal.accept(priced.apply(status)));
                };
        // What ended comes before what is done about it.
        return new Turn<>(turn.status().map(priced), turn.again(), RunNotices.ofEnds(seen.ended()), turn.finished())
                .telling(turn.notices())
                .telling(turn.status()
                        .map(status -> RunPreflight.news(resource.getStatus(), status))
                        .orElse(List.of()));
    }

    private Turn<FargateTaskStatus> hindered(FargateTask resource, Seen seen, Problem problem) {
        return resource.getSpec().managementPolicy() == ManagementPolicy.Observe
                ? turns.unresolved(resource, seen.memory(), problem)
                : new RunEnding(accounts, writes, settings, this)
                        .turn(resource, seen.memory(), seen.stopping(), problem, turns);
    }

    /** Nothing is run or looked at any more. */
    private Turn<FargateTaskStatus> finished(FargateTask resource, RunMemory memory) {
        preflight.forget(resource);
        Turn<FargateTaskStatus> told = Turn.report(turns.report(resource).progress(memory), List.of());
        Integer ttl = resource.getSpec().ttlSecondsAfterFinished();
        if (ttl == null || resource.getSpec().managementPolicy() == ManagementPolicy.Observe) {
            return told;
        }
        Duration left = turns.until(memory.span().completed().orElseThrow().plusSeconds(ttl));
        if (left.isZero()) {
            settings.expired().accept(resource);
            return told;
        }
        return told.again(left);
    }

    private Resolution<DesiredRun> resolve(FargateTask resource, RunMemory memory) {
        RunResolver resolver = new RunResolver(
                settings.references().taskDefinitions(), settings.references().schedules(), settings.clusterId());
        return switch (settings.references()
                .environments()
                .of(resource.getSpec().environment(), resource.getMetadata().getNamespace())) {
            case Resolution.Unresolved<ResolvedEnvironment> unresolved ->
                new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<ResolvedEnvironment> environment ->
                resolver.resolve(
                        resource,
                        environment.desired(),
                        memory.revisions().arn().isPresent());
        };
    }

    /** An annotation that was not followed yet asks to run again what is not known; for all else there is nothing to restart. */
    private static RunMemory askedAgain(FargateTask resource, RunMemory memory) {
        boolean news = Api.news(
                        resource,
                        Api.RESTART_AT,
                        Optional.ofNullable(resource.getStatus()).map(FargateTaskStatus::lastHandledRestartAt))
                .isPresent();
        return news && memory.tally().unknown() > 0
                ? memory.with(memory.history().with(memory.tally().again()))
                : memory;
    }

    /** Where the tasks were started, whatever the environment says by now: their ends are to be seen before ECS forgets them. */
    private Seen look(FargateTask resource, RunMemory memory, Optional<DesiredRun> desired) {
        if (memory.place().isEmpty() || memory.launches().open().isEmpty()) {
            return new Seen(memory, Set.of(), List.of());
        }
        Place place = memory.place().get();
        RunEye eye = eye(resource, place);
        RunEye.Seen seen = eye.look(place, memory.launches());
        Judge judge = new Judge(FailureRules.of(resource.getSpec().failurePolicy()), Crew.of(memory, desired));
        Progress.Step step = new Progress(
                        DesiredRun.Limits.of(resource.getSpec()),
                        judge,
                        settings.time().instant())
                .after(memory, seen, taskArnPrefix(place));
        eye.forget(
                place,
                step.ended().stream().map(ended -> Judge.id(ended.taskArn())).toList());
        return new Seen(step.memory(), seen.stopping(), step.ended());
    }

    private static String taskArnPrefix(Place place) {
        return place.clusterArn().replaceFirst(":cluster/", ":task/") + "/";
    }

    RunEye eye(FargateTask resource, Place place) {
        AwsScope scope =
                settings.references().environments().scope(resource.getSpec().environment(), place);
        return new RunEye(
                watch,
                scope,
                resource.getMetadata().getNamespace() + "/"
                        + resource.getMetadata().getName(),
                settings.rhythm(),
                settings.time().instant());
    }

    private Turn<FargateTaskStatus> guarded(
            DesiredRun desired, FargateTask resource, Seen seen, Consumer<FargateTaskStatus> journal) {
        Optional<Problem> moved =
                Relocation.of("run", seen.memory().place(), desired.where().place());
        if (moved.isPresent()) {
            return hindered(resource, seen, moved.get());
        }
        try {
            return towards(desired, resource, seen, journal);
        } catch (AwsException e) {
            return turns.refused(e, resource, seen.memory());
        }
    }

    private Turn<FargateTaskStatus> towards(
            DesiredRun desired, FargateTask resource, Seen seen, Consumer<FargateTaskStatus> journal) {
        Instant now = settings.time().instant();
        RunPlanner planner = new RunPlanner(desired.limits(), settings.rhythm(), now);
        Aws aws = accounts.of(desired.where().scope());
        RunMemory looked = preflight.known(desired, resource, seen.memory());
        RunMemory known = planner.decided(begun(desired, looked, aws));
        if (planner.isOver(known)) {
            return turns.finished(resource, known.with(known.span().completed(now)));
        }
        Plan<RunStep> plan = planner.plan(desired, known, seen.stopping());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Observe) {
            return Turn.report(turns.report(resource).observing(plan, looked), List.of());
        }
        RunApplier.Outcome outcome = new RunApplier(
                        aws,
                        writes.of(desired.where().scope(), RunTurns.holder(resource)),
                        desired,
                        now,
                        intending -> journal.accept(turns.report(resource).intending(intending)))
                .apply(plan, known);
        Turn<FargateTaskStatus> turn = settled(resource, desired, planner, outcome);
        return preflight
                .again(resource, looked)
                .map(at -> turn.againWithin(turns.until(at)))
                .orElse(turn);
    }

    /** With the revision that it has begun with, or is to begin with, and what that says. */
    private static RunMemory begun(DesiredRun desired, RunMemory memory, Aws aws) {
        OwnRevisions recovered = IntentRecovery.recover(
                aws.taskDefinitions(), desired.owner(), RunResolver.family(desired.owner()), memory.revisions());
        return memory.with(recovered)
                .manned(Crew.of(desired.source().content()))
                .with(desired.source().known(recovered))
                .at(desired.where().place());
    }

    /** What is expected after a plan was carried out, and when to come back. */
    Turn<FargateTaskStatus> settled(
            FargateTask resource, DesiredRun desired, RunPlanner planner, RunApplier.Outcome outcome) {
        Place place = desired.where().place();
        RunEye eye = eye(resource, place);
        eye.expect(place, outcome.memory().launches());
        outcome.stopped().forEach(task -> eye.stopped(place, task));
        RunMemory after = desired.limits().suspended()
                ? outcome.memory().with(outcome.memory().span().suspended())
                : outcome.memory();
        Turn<FargateTaskStatus> turn = turns.settled(resource, after, outcome);
        return planner.next(desired, after)
                .map(at -> turn.againWithin(turns.until(at)))
                .orElse(turn);
    }

    @Override
    public Turn<FargateTaskStatus> deletion(FargateTask resource, Consumer<FargateTaskStatus> journal) {
        preflight.forget(resource);
        return new TaskDeletion(accounts, writes, settings, this).turn(resource, turns);
    }
}
