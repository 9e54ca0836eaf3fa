package dev.fargate.task;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskSpec;
import dev.fargate.api.TaskOverrides;
import dev.fargate.aws.Digest;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.Fence;
import dev.fargate.environment.Ownership;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.WorkloadTags;
import dev.fargate.taskdefinition.DesiredTaskDefinition;
import dev.fargate.taskdefinition.FargateSize;
import dev.fargate.taskdefinition.GivenRevision;
import dev.fargate.taskdefinition.TaskContext;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import dev.fargate.taskdefinition.TaskDefinitionRequests;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/** From a FargateTask and its environment to the run that should be. Pure. */
record RunResolver(TaskDefinitionOf definitions, ScheduleOf schedules, String clusterId) {
    private static final String ARN = "arn:";

    /**
     * The run.
     *
     * @param begun it has a revision already, which it keeps whatever becomes of what it was named by
     */
    Resolution<DesiredRun> resolve(FargateTask resource, ResolvedEnvironment environment, boolean begun) {
        return resolve(resource.getSpec(), Ownership.owner(resource, clusterId), environment, begun);
    }

    /** The same for whoever has the run, in whose name its objects are. */
    Resolution<DesiredRun> resolve(FargateTaskSpec spec, Owner owner, ResolvedEnvironment environment, boolean begun) {
        Optional<Problem> fenced = fenced(spec, owner, new Fence(environment, owner.namespace()));
        if (fenced.isPresent()) {
            return new Resolution.Unresolved<>(fenced.get());
        }
        return switch (WorkloadTags.of(environment, spec.tags(), owner)) {
            case Resolution.Unresolved<Map<String, String>> unresolved ->
                new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<Map<String, String>> tags ->
                switch (source(spec, context(owner, environment, tags.desired()), begun)) {
                    case Resolution.Unresolved<RunSource> unresolved ->
                        new Resolution.Unresolved<>(unresolved.problem());
                    case Resolution.Resolved<RunSource> source ->
                        wrongSize(
                                        spec.overrides(),
                                        begun
                                                ? Optional.empty()
                                                : source.desired().content())
                                .<Resolution<DesiredRun>>map(Resolution.Unresolved::new)
                                .orElseGet(() -> new Resolution.Resolved<>(new DesiredRun(
                                        owner,
                                        new DesiredRun.Where(environment.scope(), environment.place()),
                                        source.desired(),
                                        RunRequests.template(spec, environment, tags.desired()),
                                        DesiredRun.Limits.of(spec))));
                };
        };
    }

    private static TaskContext context(Owner owner, ResolvedEnvironment environment, Map<String, String> tags) {
        return new TaskContext(
                owner.namespace(),
                owner.name(),
                family(owner),
                environment.scope().region(),
                environment.defaults(),
                tags);
    }

    private Resolution<RunSource> source(FargateTaskSpec spec, TaskContext context, boolean begun) {
        if (spec.fromSchedule() != null) {
            return begunOr(new FromSchedule(schedules, definitions).source(spec, context), begun);
        }
        if (spec.taskDefinition() == null) {
            return switch (TaskDefinitionRequests.resolve(spec.task(), context)) {
                case Resolution.Unresolved<DesiredTaskDefinition> unresolved ->
                    new Resolution.Unresolved<>(unresolved.problem());
                case Resolution.Resolved<DesiredTaskDefinition> own ->
                    new Resolution.Resolved<>(new RunSource.Own(own.desired()));
            };
        }
        if (spec.taskDefinition().startsWith(ARN)) {
            return new Resolution.Resolved<>(new RunSource.Given(
                    spec.taskDefinition(), Digest.token(spec.taskDefinition()), 0, Optional.empty()));
        }
        Resolution<GivenRevision> named = GivenRevision.of(
                new GivenRevision.Reference(spec.taskDefinition(), spec.environment(), "run"),
                definitions,
                context,
                definition -> Optional.empty());
        return switch (named) {
            case Resolution.Unresolved<GivenRevision> unresolved ->
                begunOr(new Resolution.Unresolved<>(unresolved.problem()), begun);
            case Resolution.Resolved<GivenRevision> given ->
                new Resolution.Resolved<>(new RunSource.Given(
                        given.desired().arn(),
                        given.desired().hash(),
                        given.desired().generation(),
                        given.desired().content()));
        };
    }

    /** A run that has begun goes on with its revision, whatever has become of what it was named by. */
    private static Resolution<RunSource> begunOr(Resolution<RunSource> source, boolean begun) {
        return begun && source instanceof Resolution.Unresolved<RunSource>
                ? new Resolution.Resolved<>(new RunSource.Begun())
                : source;
    }

    private static Optional<Problem> fenced(FargateTaskSpec spec, Owner owner, Fence fence) {
        return Stream.of(
                        Optional.ofNullable(spec.task()).flatMap(task -> fence.check(task, owner.name())),
                        Optional.ofNullable(spec.taskDefinition())
                                .filter(definition -> definition.startsWith(ARN))
                                .flatMap(fence::checkTaskDefinition),
                        Optional.ofNullable(spec.overrides()).flatMap(fence::check),
                        Optional.ofNullable(spec.network()).flatMap(fence::check),
                        fence.checkExecuteCommand(spec.enableExecuteCommand()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** As far as the task definition is known; else AWS tells. */
    private static Optional<Problem> wrongSize(
            TaskOverrides overrides, Optional<RegisterTaskDefinitionRequest> content) {
        if (overrides == null || content.isEmpty()) {
            return Optional.empty();
        }
        int cpu = overrides.cpu() == null ? Integer.parseInt(content.get().cpu()) : overrides.cpu();
        int memory = overrides.memory() == null ? Integer.parseInt(content.get().memory()) : overrides.memory();
        return FargateSize.isValid(cpu, memory)
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "Invalid",
                        "spec.overrides: Fargate has no size with cpu %d and memory %d: %s. What is not overridden comes from the task definition."
                                .formatted(cpu, memory, FargateSize.choices(cpu))));
    }

    /** Of the run's own task. {@code _} cannot occur in a Kubernetes name, so no two resources of a kind meet. */
    static String family(Owner owner) {
        return owner.namespace() + "_" + owner.name();
    }
}
