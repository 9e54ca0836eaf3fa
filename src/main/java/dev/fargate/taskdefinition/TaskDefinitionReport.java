package dev.fargate.taskdefinition;

import dev.fargate.api.Api;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.api.PlannedChange;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.turn.PlannedChanges;
import dev.fargate.turn.ProblemReports;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells the truth about a task definition. Pure. */
final class TaskDefinitionReport {
    private final FargateTaskDefinition resource;
    private final int services;
    private final Instant now;

    /**
     * A report.
     *
     * @param services how many services name the task definition
     */
    TaskDefinitionReport(FargateTaskDefinition resource, int services, Instant now) {
        this.resource = resource;
        this.services = services;
        this.now = now;
    }

    /** A trouble that is told already stays told until it is known to be over. */
    FargateTaskDefinitionStatus registering(FamilyMemory memory) {
        Optional<FargateTaskDefinitionStatus> stalled = Optional.ofNullable(resource.getStatus())
                .filter(status -> resource.getMetadata().getGeneration().equals(status.observedGeneration()))
                .filter(status -> Conditions.isTrue(status.conditions(), Conditions.STALLED));
        Conditions registering = conditions().reconciling("Registering", "Registering a task definition revision.");
        return status(
                stalled.map(FargateTaskDefinitionStatus::conditions).orElseGet(registering::toList), memory, List.of());
    }

    FargateTaskDefinitionStatus ready(FamilyMemory memory) {
        return status(
                conditions()
                        .ready("Registered", "Revision %s:%s is registered.".formatted(family(), number(memory)))
                        .toList(),
                memory,
                List.of());
    }

    FargateTaskDefinitionStatus problem(Problem problem, FamilyMemory memory) {
        return status(conditions().of(problem).toList(), memory, List.of());
    }

    FargateTaskDefinitionStatus observing(Plan<FamilyStep> plan, FamilyMemory memory) {
        return status(conditions().observing(plan).toList(), memory, PlannedChanges.of(plan));
    }

    FargateTaskDefinitionStatus paused(FamilyMemory memory) {
        return status(
                (resource.isMarkedForDeletion()
                                ? conditions().pausedDeletion()
                                : conditions().paused())
                        .toList(),
                memory,
                List.of());
    }

    private FargateTaskDefinitionStatus status(
            List<Condition> conditions, FamilyMemory memory, List<PlannedChange> plan) {
        return new FargateTaskDefinitionStatus(
                resource.getMetadata().getGeneration(),
                conditions,
                ProblemReports.stalled(conditions, resource.getStatus(), now).orElse(null),
                memory.place().orElse(null),
                family(),
                number(memory),
                memory.revisions().equals(OwnRevisions.NONE)
                        ? null
                        : memory.revisions().status(),
                services,
                memory.tagKeys(),
                memory.tagsHash().orElse(null),
                plan,
                Api.annotation(resource, Api.RECONCILE_AT).orElse(null));
    }

    private String family() {
        return TaskDefinitionResolver.family(resource);
    }

    private static Integer number(FamilyMemory memory) {
        return memory.revisions()
                .arn()
                .map(arn -> Integer.valueOf(arn.substring(arn.lastIndexOf(':') + 1)))
                .orElse(null);
    }

    private Conditions conditions() {
        return new Conditions(
                resource.getStatus() == null ? List.of() : resource.getStatus().conditions(),
                resource.getMetadata().getGeneration(),
                now);
    }
}
