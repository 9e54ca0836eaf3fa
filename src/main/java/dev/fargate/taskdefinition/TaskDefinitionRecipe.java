package dev.fargate.taskdefinition;

import dev.fargate.api.Api;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Recipe;
import dev.fargate.engine.Resolution;
import dev.fargate.engine.Turn;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.environment.Relocation;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.Tries;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The loop of FargateTaskDefinition: resolve, recover, plan, apply, report. */
public final class TaskDefinitionRecipe implements Recipe<FargateTaskDefinition, FargateTaskDefinitionStatus> {
    /** When revisions are kept because a rollout may still use them. */
    private static final Duration TIDYING = Duration.ofSeconds(30);

    private final Aws.Accounts accounts;
    private final Writes writes;
    private final Tries tries;
    private final TaskDefinitionUse use;
    private final Settings settings;

    public TaskDefinitionRecipe(
            Aws.Accounts accounts, Writes writes, Tries tries, TaskDefinitionUse use, Settings settings) {
        this.accounts = accounts;
        this.writes = writes;
        this.tries = tries;
        this.use = use;
        this.settings = settings;
    }

    /**
     * What the loop is told from outside.
     *
     * @param clusterId names this operator's cluster in owner tags
     * @param audit knows which revisions somebody deregistered
     */
    public record Settings(String clusterId, EnvironmentOf environments, RevisionAudit audit, InstantSource time) {}

    @Override
    public Turn<FargateTaskDefinitionStatus> turn(
            FargateTaskDefinition resource, Consumer<FargateTaskDefinitionStatus> journal) {
        FamilyMemory memory = FamilyMemory.of(resource.getStatus());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(report(resource).paused(memory), List.of());
        }
        return switch (settings.environments()
                .of(resource.getSpec().environment(), resource.getMetadata().getNamespace())) {
            case Resolution.Unresolved<ResolvedEnvironment> unresolved ->
                unresolved(resource, memory, unresolved.problem());
            case Resolution.Resolved<ResolvedEnvironment> environment ->
                switch (TaskDefinitionResolver.resolve(resource, environment.desired(), settings.clusterId())) {
                    case Resolution.Unresolved<DesiredFamily> unresolved ->
                        unresolved(resource, memory, unresolved.problem());
                    case Resolution.Resolved<DesiredFamily> desired ->
                        guarded(desired.desired(), resource, memory, journal);
                };
        };
    }

    private Turn<FargateTaskDefinitionStatus> guarded(
            DesiredFamily desired,
            FargateTaskDefinition resource,
            FamilyMemory memory,
            Consumer<FargateTaskDefinitionStatus> journal) {
        Optional<Problem> moved = Relocation.of("task definition", memory.place(), desired.place());
        if (moved.isPresent()) {
            return told(resource, moved.get(), memory, tries.stalled());
        }
        try {
            return resource.getSpec().managementPolicy() == ManagementPolicy.Observe
                    ? observe(desired, resource, memory)
                    : towards(desired, resource, memory, journal);
        } catch (AwsException e) {
            return refused(e, resource, memory);
        }
    }

    private Turn<FargateTaskDefinitionStatus> observe(
            DesiredFamily desired, FargateTaskDefinition resource, FamilyMemory memory) {
        FamilyEye.Preview preview = new FamilyEye(accounts.of(desired.scope()).taskDefinitions())
                .preview(desired, memory, used(resource, desired, memory));
        return preview.problem()
                .map(problem -> told(resource, problem, memory, tries.stalled()))
                .orElseGet(() -> Turn.<FargateTaskDefinitionStatus>report(
                                report(resource).observing(preview.plan(), memory), List.of())
                        .again(tries.stalled()));
    }

    private Turn<FargateTaskDefinitionStatus> towards(
            DesiredFamily desired,
            FargateTaskDefinition resource,
            FamilyMemory recorded,
            Consumer<FargateTaskDefinitionStatus> journal) {
        Aws aws = accounts.of(desired.scope());
        OwnRevisions recovered =
                IntentRecovery.recover(aws.taskDefinitions(), desired.owner(), desired.family(), recorded.revisions());
        FamilyMemory checked = recorded.with(
                        settings.audit().checked(aws.taskDefinitions(), recovered, isAskedFor(resource)))
                .at(desired.place());
        FamilyEye.Claim claim = new FamilyEye(aws.taskDefinitions()).claim(desired, checked);
        if (claim.problem().isPresent()) {
            return told(resource, claim.problem().get(), recorded, tries.stalled());
        }
        Plan<FamilyStep> plan = FamilyPlanner.plan(desired, claim.memory(), used(resource, desired, claim.memory()));
        FamilyApplier applier = new FamilyApplier(
                aws,
                writes.of(desired.scope(), holder(resource)),
                desired.family(),
                intending -> journal.accept(report(resource).registering(intending)));
        return settle(desired, resource, plan, applier.apply(plan, claim.memory()));
    }

    /** Only asked when there is something to retire. */
    private Optional<Set<String>> used(FargateTaskDefinition resource, DesiredFamily desired, FamilyMemory memory) {
        return FamilyPlanner.surplus(desired, memory) ? use.revisions(resource).map(Map::keySet) : Optional.empty();
    }

    private Turn<FargateTaskDefinitionStatus> settle(
            DesiredFamily desired,
            FargateTaskDefinition resource,
            Plan<FamilyStep> plan,
            FamilyApplier.Outcome outcome) {
        boolean untold = outcome.done().isEmpty();
        if (!outcome.leavesOnlyTidying(plan)) {
            return outcome.refused()
                    .map(error -> refused(error, resource, outcome.memory()))
                    .orElseGet(() -> (untold
                                    ? Turn.<FargateTaskDefinitionStatus>quiet(Optional.empty())
                                    : Turn.report(report(resource).registering(outcome.memory()), notices(outcome)))
                            .again(until(outcome.later().orElseThrow())));
        }
        FamilyMemory tagged =
                outcome.memory().tagged(Owner.declaredKeys(desired.tags()), FamilyPlanner.tagsHash(desired));
        Turn<FargateTaskDefinitionStatus> turn = Turn.report(report(resource).ready(tagged), notices(outcome));
        if (outcome.complete()) {
            tries.succeeded(holder(resource));
            return FamilyPlanner.surplus(desired, tagged) ? turn.again(TIDYING) : turn;
        }
        return turn.again(outcome.later().map(this::until).orElse(TIDYING));
    }

    @Override
    public Turn<FargateTaskDefinitionStatus> deletion(
            FargateTaskDefinition resource, Consumer<FargateTaskDefinitionStatus> journal) {
        return new TaskDefinitionDeletion(accounts, writes, use, settings).turn(resource, this);
    }

    Turn<FargateTaskDefinitionStatus> refused(AwsException error, FargateTaskDefinition resource, FamilyMemory memory) {
        return tries.refused(
                holder(resource),
                error,
                AwsProblems.of(error, "task definition " + TaskDefinitionResolver.family(resource)),
                !memory.equals(FamilyMemory.of(resource.getStatus())),
                problem -> report(resource).problem(problem, memory));
    }

    private Turn<FargateTaskDefinitionStatus> unresolved(
            FargateTaskDefinition resource, FamilyMemory memory, Problem problem) {
        // An environment that passes through a change says nothing of a revision that is registered.
        boolean settled = resource.getStatus() != null
                && resource.getMetadata()
                        .getGeneration()
                        .equals(resource.getStatus().observedGeneration());
        return !problem.stalled() && settled
                ? Turn.quiet(Optional.of(tries.stalled()))
                : told(resource, problem, memory, tries.stalled());
    }

    Turn<FargateTaskDefinitionStatus> told(
            FargateTaskDefinition resource, Problem problem, FamilyMemory memory, Duration again) {
        return Turn.told(report(resource).problem(problem, memory), problem)
                .again(problem.stalled() ? tries.stalled() : again);
    }

    TaskDefinitionReport report(FargateTaskDefinition resource) {
        return new TaskDefinitionReport(
                resource,
                use.services(
                                resource.getMetadata().getNamespace(),
                                resource.getMetadata().getName())
                        .size(),
                settings.time().instant());
    }

    private static List<Notice> notices(FamilyApplier.Outcome outcome) {
        return outcome.done().stream()
                .map(step -> Notice.normal(reason(step), step.change().toString()))
                .toList();
    }

    static String reason(FamilyStep step) {
        return switch (step) {
            case FamilyStep.Register register -> "RevisionRegistered";
            case FamilyStep.Tag tag -> "Tagged";
            case FamilyStep.Deregister deregister -> "RevisionDeregistered";
        };
    }

    private static boolean isAskedFor(FargateTaskDefinition resource) {
        return Api.news(
                        resource,
                        Api.RECONCILE_AT,
                        Optional.ofNullable(resource.getStatus())
                                .map(FargateTaskDefinitionStatus::lastHandledReconcileAt))
                .isPresent();
    }

    /** Apart from a service of the same name. */
    static String holder(FargateTaskDefinition resource) {
        return "FargateTaskDefinition/" + Api.qualified(resource);
    }

    Duration until(Instant at) {
        return Turn.until(at, settings.time().instant());
    }
}
