package dev.fargate.task;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.Place;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.Writes;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What goes on while a run cannot: its environment is not ready, or means another place by now. A run that is complete or has failed ends
 * then, too, and what is to stop, be it for a deadline or for a suspension, is stopped where it was started.
 */
record RunEnding(Aws.Accounts accounts, Writes writes, TaskSettings settings, TaskRecipe recipe) {

    /**
     * The turn.
     *
     * @param stopping tasks that are about to stop already
     * @param why the run cannot go on
     */
    Turn<FargateTaskStatus> turn(
            FargateTask resource, RunMemory seen, Set<String> stopping, Problem why, RunTurns turns) {
        Instant now = settings.time().instant();
        RunPlanner planner = new RunPlanner(DesiredRun.Limits.of(resource.getSpec()), settings.rhythm(), now);
        RunMemory memory = planner.decided(seen);
        if (planner.isOver(memory)) {
            return turns.finished(resource, memory.with(memory.span().completed(now)));
        }
        if (!planner.isToStop(memory)) {
            Turn<FargateTaskStatus> told = turns.unresolved(resource, memory, why);
            return planner.deadline(memory)
                    .map(at -> told.againWithin(turns.until(at)))
                    .orElse(told);
        }
        try {
            return stop(resource, memory, stopping, planner, turns);
        } catch (AwsException e) {
            return turns.refused(e, resource, memory);
        }
    }

    private Turn<FargateTaskStatus> stop(
            FargateTask resource, RunMemory memory, Set<String> stopping, RunPlanner planner, RunTurns turns) {
        Place place = memory.place().orElseThrow();
        LaunchSite site = LaunchSite.of(resource, place, accounts, settings);
        Optional<Problem> unreachable = site.unreachable();
        if (unreachable.isPresent()) {
            return turns.told(resource, unreachable.get(), memory);
        }
        DesiredRun desired = site.towardsNothing(resource, settings.clusterId());
        Plan<RunStep> plan = planner.plan(desired, memory, stopping);
        RunApplier.Outcome outcome = new RunApplier(
                        site.aws(),
                        writes.of(site.scope(), RunTurns.holder(resource)),
                        desired,
                        planner.now(),
                        unused -> {})
                .apply(plan, memory);
        return recipe.settled(resource, desired, planner, outcome);
    }
}
