package dev.fargate.task;

import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.api.FargateTaskSpec;
import dev.fargate.api.TaskAttempt;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.taskdefinition.DesiredTaskDefinition;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;

/** What the runs of a schedule ask of ECS, whoever starts them, and what their ends mean. Pure. */
public final class RunBlueprint {
    private final DesiredRun run;
    private final Judge judge;

    private RunBlueprint(DesiredRun run, Judge judge) {
        this.run = run;
        this.judge = judge;
    }

    /** From a schedule and its environment. */
    public static Resolution<RunBlueprint> of(
            FargateScheduleSpec schedule, Owner owner, ResolvedEnvironment environment, TaskDefinitionOf definitions) {
        FargateTaskSpec spec = ScheduledRuns.withTask(schedule);
        RunResolver resolver = new RunResolver(definitions, (namespace, name) -> Optional.empty(), owner.clusterId());
        return switch (resolver.resolve(spec, owner, environment, false)) {
            case Resolution.Unresolved<DesiredRun> unresolved -> new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<DesiredRun> run ->
                new Resolution.Resolved<>(new RunBlueprint(
                        run.desired(), new Judge(FailureRules.of(schedule.failurePolicy()), Crew.of(run.desired()))));
        };
    }

    /** RunTask's request, but for revision, count and token. */
    public RunTaskRequest request() {
        return run.template();
    }

    /** What is to be registered; empty if somebody else does. */
    public Optional<DesiredTaskDefinition> own() {
        return run.source() instanceof RunSource.Own own ? Optional.of(own.definition()) : Optional.empty();
    }

    /** What the tasks are made of, where that is known. */
    public Optional<RegisterTaskDefinitionRequest> content() {
        return run.source().content();
    }

    /** What is remembered of revisions, following the one of somebody else's that is to be run now. */
    public OwnRevisions known(OwnRevisions recorded) {
        return run.source() instanceof RunSource.Given given
                ? recorded.following(given.arn(), given.hash(), given.generation())
                : recorded;
    }

    /** What came of a task. */
    public TaskAttempt ended(Task task) {
        return judge.of(task).attempt();
    }

    /** Of the task definitions that a schedule or a run registers. */
    public static String family(Owner owner) {
        return RunResolver.family(owner);
    }
}
