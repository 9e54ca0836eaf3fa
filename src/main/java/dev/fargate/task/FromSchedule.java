package dev.fargate.task;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskSpec;
import dev.fargate.api.Revisions;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.taskdefinition.DesiredTaskDefinition;
import dev.fargate.taskdefinition.GivenRevision;
import dev.fargate.taskdefinition.TaskContext;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import dev.fargate.taskdefinition.TaskDefinitionRequests;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** Runs of a schedule: what they do not say themselves is as it says, and they run its revision. Pure. */
record FromSchedule(ScheduleOf schedules, TaskDefinitionOf definitions) {

    /** The run with what it takes from the schedule that it names; as it is, if it names none or that is not there. */
    FargateTask complete(FargateTask run) {
        return Optional.ofNullable(run.getSpec().fromSchedule())
                .flatMap(name -> schedules.find(run.getMetadata().getNamespace(), name))
                .map(schedule -> with(run, ScheduledRuns.complete(run.getSpec(), schedule.getSpec())))
                .orElse(run);
    }

    private static FargateTask with(FargateTask run, FargateTaskSpec spec) {
        FargateTask complete = new FargateTask();
        complete.setMetadata(run.getMetadata());
        complete.setSpec(spec);
        complete.setStatus(run.getStatus());
        return complete;
    }

    /** The schedule's revision, or why there is none. */
    Resolution<RunSource> source(FargateTaskSpec run, TaskContext context) {
        Optional<FargateSchedule> found = schedules.find(context.namespace(), run.fromSchedule());
        if (found.isEmpty()) {
            return unresolved(Problem.stalled(
                    "ScheduleNotFound",
                    "spec.fromSchedule: there is no FargateSchedule %s in namespace %s. Create it, or see what there is: kubectl get fsch -n %s"
                            .formatted(run.fromSchedule(), context.namespace(), context.namespace())));
        }
        FargateSchedule schedule = found.get();
        if (!schedule.getSpec().environment().equals(run.environment())) {
            return unresolved(Problem.stalled(
                    "Invalid",
                    "spec.fromSchedule: FargateSchedule %s is of environment %s, this run of %s. Name one of the same environment."
                            .formatted(run.fromSchedule(), schedule.getSpec().environment(), run.environment())));
        }
        return revision(schedule)
                .<Resolution<RunSource>>map(revision -> new Resolution.Resolved<>(new RunSource.Given(
                        revision.arn(),
                        revision.hash(),
                        schedule.getMetadata().getGeneration(),
                        content(schedule, context))))
                .orElseGet(() -> unresolved(Problem.waiting(
                        "ScheduleNotReady",
                        "FargateSchedule %s has no revision of its present task yet. See: kubectl describe fsch -n %s %s"
                                .formatted(run.fromSchedule(), context.namespace(), run.fromSchedule()))));
    }

    private static Resolution<RunSource> unresolved(Problem problem) {
        return new Resolution.Unresolved<>(problem);
    }

    private static Optional<Revisions> revision(FargateSchedule schedule) {
        return Optional.ofNullable(schedule.getStatus())
                .filter(status -> schedule.getMetadata().getGeneration().equals(status.observedGeneration()))
                .filter(status -> !schedule.isMarkedForDeletion())
                .map(status -> status.taskDefinition())
                .filter(revisions -> revisions.arn() != null);
    }

    /** As far as it is declared: a revision by ARN is not read for it. */
    private Optional<RegisterTaskDefinitionRequest> content(FargateSchedule schedule, TaskContext context) {
        FargateScheduleSpec spec = schedule.getSpec();
        String name = schedule.getMetadata().getName();
        if (spec.task() != null) {
            TaskContext own = new TaskContext(
                    context.namespace(), name, name, context.region(), context.defaults(), context.tags());
            return TaskDefinitionRequests.resolve(spec.task(), own)
                            instanceof Resolution.Resolved<DesiredTaskDefinition> resolved
                    ? Optional.of(resolved.desired().request())
                    : Optional.empty();
        }
        GivenRevision.Reference reference =
                new GivenRevision.Reference(spec.taskDefinition(), spec.environment(), "schedule");
        return GivenRevision.of(reference, definitions, context, definition -> Optional.empty())
                        instanceof Resolution.Resolved<GivenRevision> given
                ? given.desired().content()
                : Optional.empty();
    }
}
