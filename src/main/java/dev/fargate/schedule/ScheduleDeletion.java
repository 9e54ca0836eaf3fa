package dev.fargate.schedule;

import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.FargateTask;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.api.Place;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.environment.Ownership;
import dev.fargate.task.RunBlueprint;
import dev.fargate.taskdefinition.IntentRecovery;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The same loop towards nothing: no more starts, then its runs, then what was made for it. */
record ScheduleDeletion(Aws.Accounts accounts, Writes writes, ScheduleSettings settings) {
    private static final Duration SOON = Duration.ofSeconds(2);

    Turn<FargateScheduleStatus> turn(FargateSchedule resource, ScheduleTurns turns) {
        ScheduleMemory recorded = ScheduleMemory.of(resource.getStatus());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(turns.report(resource).paused(recorded), List.of());
        }
        if (recorded.place().isEmpty()) {
            return Turn.finished(List.of());
        }
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Observe
                || resource.getSpec().deletionPolicy() == DeletionPolicy.Retain) {
            return Turn.finished(List.of(Notice.normal(
                    "Retained",
                    "What was made in AWS stays, and goes on: deletionPolicy is Retain, or it was only observed.")));
        }
        try {
            return remove(resource, recorded, recorded.place().get(), turns);
        } catch (AwsException e) {
            return turns.refused(e, resource, recorded);
        }
    }

    private Turn<FargateScheduleStatus> remove(
            FargateSchedule resource, ScheduleMemory recorded, Place place, ScheduleTurns turns) {
        AwsScope scope =
                settings.references().environments().scope(resource.getSpec().environment(), place);
        Aws aws = accounts.of(scope);
        if (!place.accountId().equals(aws.identity().caller().accountId())) {
            return turns.told(resource, elsewhere(place), recorded);
        }
        Instant now = settings.time().instant();
        Owner owner = Ownership.owner(resource, settings.clusterId());
        Home home = new Home(owner, scope, place, settings.roles());
        OwnRuns runs = new OwnRuns(resource, settings.runs().of(resource));
        List<FargateTask> ours = runs.runs().stream().filter(runs::isOurs).toList();
        ScheduleMemory memory = recorded.with(
                IntentRecovery.recover(aws.taskDefinitions(), owner, RunBlueprint.family(owner), recorded.revisions()));
        List<ScheduleStep> steps = new ArrayList<>(
                SchedulePlanner.removal(new SchedulerEye(aws, home, settings.others(resource)), memory.kept()));
        ours.stream()
                .filter(run -> !run.isMarkedForDeletion())
                .forEach(run -> steps.add(new ScheduleStep.Drop(run, false)));
        if (ours.isEmpty()) {
            memory.revisions().own().forEach(arn -> steps.add(new ScheduleStep.Deregister(arn)));
        }
        ScheduleApplier.Outcome outcome = new ScheduleApplier(
                        aws,
                        writes.of(scope, ScheduleTurns.holder(resource)),
                        home,
                        new Starts(resource, settings.runs(), settings.measures(), now),
                        unused -> {})
                .apply(new Plan<>(steps), memory);
        if (outcome.halt().isNone() && ours.isEmpty()) {
            return Turn.finished(List.of());
        }
        if (outcome.halt().refused().isPresent()) {
            return turns.refused(outcome.halt().refused().get(), resource, outcome.memory());
        }
        return Turn.<FargateScheduleStatus>report(
                        turns.report(resource).problem(deleting(ours.size()), outcome.memory()), List.of())
                .again(outcome.halt().later().map(turns::until).orElse(SOON));
    }

    private static Problem deleting(int runs) {
        return Problem.waiting(
                "Deleting",
                "Waiting until its runs are deleted (%d), whose tasks are stopped first; then the revisions are deregistered."
                        .formatted(runs));
    }

    private static Problem elsewhere(Place place) {
        return Problem.stalled(
                "AccountChanged",
                "The schedule is in account %s, and the operator's credentials now reach another one. Nothing was changed; give it back its role, or remove the finalizer by hand."
                        .formatted(place.accountId()));
    }
}
