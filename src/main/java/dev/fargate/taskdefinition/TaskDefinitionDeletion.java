package dev.fargate.taskdefinition;

import dev.fargate.api.DeletionPolicy;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
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
import dev.fargate.environment.Relocation;
import dev.fargate.turn.Writes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same loop towards nothing: no service uses it any more, then its own revisions are deregistered, where they were made. */
final class TaskDefinitionDeletion {
    /** Asks only what is in memory, so it may be often. */
    private static final Duration IN_USE = Duration.ofSeconds(2);

    private static final int NAMES_SHOWN = 5;

    private final Aws.Accounts accounts;
    private final Writes writes;
    private final TaskDefinitionUse use;
    private final TaskDefinitionRecipe.Settings settings;

    TaskDefinitionDeletion(
            Aws.Accounts accounts, Writes writes, TaskDefinitionUse use, TaskDefinitionRecipe.Settings settings) {
        this.accounts = accounts;
        this.writes = writes;
        this.use = use;
        this.settings = settings;
    }

    Turn<FargateTaskDefinitionStatus> turn(FargateTaskDefinition resource, TaskDefinitionRecipe turns) {
        FamilyMemory recorded = FamilyMemory.of(resource.getStatus());
        if (resource.getSpec().managementPolicy() == ManagementPolicy.Paused) {
            return Turn.report(turns.report(resource).paused(recorded), List.of());
        }
        List<String> users = use.services(
                resource.getMetadata().getNamespace(), resource.getMetadata().getName());
        if (!users.isEmpty()) {
            return turns.told(resource, inUse(users), recorded, IN_USE);
        }
        boolean leaves = resource.getSpec().managementPolicy() == ManagementPolicy.Observe
                || resource.getSpec().deletionPolicy() == DeletionPolicy.Retain;
        if (leaves || recorded.place().isEmpty()) {
            return Turn.finished(List.of());
        }
        try {
            return deregister(resource, recorded, recorded.place().get(), turns);
        } catch (AwsException e) {
            return turns.refused(e, resource, recorded);
        }
    }

    private Turn<FargateTaskDefinitionStatus> deregister(
            FargateTaskDefinition resource, FamilyMemory recorded, Place place, TaskDefinitionRecipe turns) {
        AwsScope scope = settings.environments().scope(resource.getSpec().environment(), place);
        Aws aws = accounts.of(scope);
        Optional<Problem> unreachable = Relocation.unreachable("The revisions are", place, aws.identity());
        if (unreachable.isPresent()) {
            return turns.told(resource, unreachable.get(), recorded, IN_USE);
        }
        String family = TaskDefinitionResolver.family(resource);
        Owner owner = Ownership.owner(resource, settings.clusterId());
        FamilyMemory memory =
                recorded.with(IntentRecovery.recover(aws.taskDefinitions(), owner, family, recorded.revisions()));
        Optional<Map<String, String>> used = use.revisions(resource);
        if (used.isEmpty()) {
            return turns.told(resource, unseen(), memory, IN_USE);
        }
        List<String> rolling = memory.revisions().own().stream()
                .filter(used.get()::containsKey)
                .map(used.get()::get)
                .distinct()
                .sorted()
                .toList();
        if (!rolling.isEmpty()) {
            return turns.told(resource, inUse(rolling), memory, IN_USE);
        }
        Plan<FamilyStep> plan = new Plan<>(memory.revisions().own().stream()
                .<FamilyStep>map(FamilyStep.Deregister::new)
                .toList());
        FamilyApplier.Outcome outcome = new FamilyApplier(
                        aws, writes.of(scope, TaskDefinitionRecipe.holder(resource)), family, unused -> {})
                .apply(plan, memory);
        if (outcome.refused().isPresent()) {
            return turns.refused(outcome.refused().get(), resource, outcome.memory());
        }
        return outcome.later()
                .map(until -> waiting(resource, outcome, turns).again(turns.until(until)))
                .orElseGet(() -> Turn.finished(notices(outcome)));
    }

    private static Turn<FargateTaskDefinitionStatus> waiting(
            FargateTaskDefinition resource, FamilyApplier.Outcome outcome, TaskDefinitionRecipe turns) {
        return outcome.done().isEmpty()
                ? Turn.quiet(Optional.empty())
                : Turn.report(
                        turns.report(resource)
                                .problem(Problem.waiting("Deleting", "Deregistering revisions."), outcome.memory()),
                        notices(outcome));
    }

    private static List<Notice> notices(FamilyApplier.Outcome outcome) {
        return outcome.done().stream()
                .map(step -> Notice.normal(
                        TaskDefinitionRecipe.reason(step), step.change().toString()))
                .toList();
    }

    private static Problem inUse(List<String> users) {
        return Problem.waiting(
                "InUse",
                "Services still name this task definition or run a revision of it: %s%s. Delete them, or give them another: kubectl get fsvc -A"
                        .formatted(
                                String.join(", ", users.subList(0, Math.min(NAMES_SHOWN, users.size()))),
                                users.size() > NAMES_SHOWN ? ", …" : ""));
    }

    private static Problem unseen() {
        return Problem.waiting("Deleting", "Looking at the services that may still run one of its revisions.");
    }
}
