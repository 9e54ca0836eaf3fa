package dev.fargate.task;

import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.api.Place;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.taskdefinition.IntentRecovery;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same loop towards nothing: its tasks are stopped where they were started, then its own revision is deregistered. */
record TaskDeletion(Aws.Accounts accounts, Writes writes, TaskSettings settings, TaskRecipe recipe) {

    Turn<FargateTaskStatus> turn(FargateTask resource, RunTurns turns) {
        RunMemory recorded = RunMemory.of(resource.getStatus());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(turns.report(resource).paused(recorded), List.of());
        }
        boolean leaves = resource.getSpec().managementPolicy() == ManagementPolicy.Observe
                || resource.getSpec().deletionPolicy() == DeletionPolicy.Retain;
        if (recorded.place().isEmpty()) {
            return Turn.finished(List.of());
        }
        if (leaves) {
            recipe.eye(resource, recorded.place().get())
                    .forget(recorded.place().get(), recorded.launches().tasks());
            return Turn.finished(
                    List.of(
                            Notice.normal(
                                    "Retained",
                                    "What was started runs to its end, and the revision stays: deletionPolicy is Retain, or the run was only observed.")));
        }
        try {
            return remove(resource, recorded, recorded.place().get(), turns);
        } catch (AwsException e) {
            return turns.refused(e, resource, recorded);
        }
    }

    private Turn<FargateTaskStatus> remove(FargateTask resource, RunMemory recorded, Place place, RunTurns turns) {
        LaunchSite site = LaunchSite.of(resource, place, accounts, settings);
        Optional<Problem> unreachable = site.unreachable();
        if (unreachable.isPresent()) {
            return turns.told(resource, unreachable.get(), recorded);
        }
        Instant now = settings.time().instant();
        DesiredRun desired = site.towardsNothing(resource, settings.clusterId());
        RunEye eye = recipe.eye(resource, place);
        RunEye.Seen seen = eye.look(place, recorded.launches());
        RunMemory memory = ended(recorded, seen)
                .with(IntentRecovery.recover(
                        site.aws().taskDefinitions(),
                        desired.owner(),
                        RunResolver.family(desired.owner()),
                        recorded.revisions()));
        RunPlanner planner = new RunPlanner(desired.limits(), settings.rhythm(), now);
        List<RunStep> steps = new ArrayList<>(planner.stopping(memory, seen.stopping(), "its FargateTask was deleted")
                .steps());
        if (memory.launches().open().isEmpty()) {
            memory.revisions().own().forEach(arn -> steps.add(new RunStep.Deregister(arn)));
        }
        RunApplier.Outcome outcome = new RunApplier(
                        site.aws(), writes.of(site.scope(), RunTurns.holder(resource)), desired, now, unused -> {})
                .apply(new Plan<>(steps), memory);
        eye.forget(place, seen.ended().stream().map(Judge::id).toList());
        outcome.stopped().forEach(task -> eye.stopped(place, task));
        RunMemory after = outcome.memory();
        if (outcome.halt().isNone()
                && after.launches().open().isEmpty()
                && after.revisions().own().isEmpty()) {
            return Turn.finished(RunNotices.ofSteps(outcome.done()));
        }
        if (outcome.halt().refused().isPresent()) {
            return turns.refused(outcome.halt().refused().get(), resource, after);
        }
        // The looks at what is found only now are asked for with the next turn.
        boolean found = outcome.done().stream().anyMatch(RunStep.Find.class::isInstance);
        Optional<Instant> next =
                found ? Optional.of(now) : outcome.halt().later().or(() -> soonest(after, planner, now));
        Turn<FargateTaskStatus> turn =
                Turn.report(turns.report(resource).problem(deleting(after), after), RunNotices.ofSteps(outcome.done()));
        return next.map(at -> turn.again(turns.until(at))).orElse(turn);
    }

    /** What stopped is of no interest any more but for its end. */
    private static RunMemory ended(RunMemory memory, RunEye.Seen seen) {
        Launches left = memory.launches();
        for (var task : seen.ended()) {
            left = left.without(Judge.id(task));
        }
        for (String task : seen.forgotten()) {
            left = left.without(task);
        }
        return memory.with(left);
    }

    private Optional<Instant> soonest(RunMemory memory, RunPlanner planner, Instant now) {
        boolean idle = memory.launches().open().isEmpty();
        return idle
                ? Optional.of(now)
                : memory.launches().intents().stream()
                        .map(launch ->
                                Instant.parse(launch.at()).plus(planner.rhythm().settling()))
                        .min(Instant::compareTo);
    }

    private static Problem deleting(RunMemory memory) {
        return Problem.waiting(
                "Deleting",
                "Waiting until %s stopped; then the revision is deregistered."
                        .formatted(RunStep.tasks(memory.launches().active())));
    }
}
