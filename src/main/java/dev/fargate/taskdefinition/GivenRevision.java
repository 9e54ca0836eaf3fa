package dev.fargate.taskdefinition;

import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/**
 * The revision that a workload runs when it names a FargateTaskDefinition.
 *
 * @param generation of the FargateTaskDefinition
 * @param content what its tasks are made of
 */
public record GivenRevision(String arn, String hash, long generation, Optional<RegisterTaskDefinitionRequest> content) {

    /**
     * A FargateTaskDefinition as a workload names it.
     *
     * @param environment the workload's
     * @param workload what it is, in a word
     */
    public record Reference(String name, String environment, String workload) {}

    /**
     * The revision, or why there is none.
     *
     * @param invalid what else keeps the workload from running it
     */
    public static Resolution<GivenRevision> of(
            Reference reference,
            TaskDefinitionOf definitions,
            TaskContext context,
            Function<FargateTaskDefinition, Optional<Problem>> invalid) {
        Optional<FargateTaskDefinition> found = definitions.find(context.namespace(), reference.name());
        if (found.isEmpty()) {
            return new Resolution.Unresolved<>(Problem.stalled(
                    "TaskDefinitionNotFound",
                    "spec.taskDefinition: there is no FargateTaskDefinition %s in namespace %s. Create it, or see what there is: kubectl get ftd -n %s"
                            .formatted(reference.name(), context.namespace(), context.namespace())));
        }
        FargateTaskDefinition definition = found.get();
        return elsewhere(reference, definition)
                .or(() -> invalid.apply(definition))
                .or(() -> notReady(definition))
                .<Resolution<GivenRevision>>map(Resolution.Unresolved::new)
                .orElseGet(() -> new Resolution.Resolved<>(new GivenRevision(
                        definition.getStatus().taskDefinition().arn(),
                        definition.getStatus().taskDefinition().hash(),
                        definition.getMetadata().getGeneration(),
                        content(definition, context))));
    }

    private static Optional<RegisterTaskDefinitionRequest> content(
            FargateTaskDefinition definition, TaskContext context) {
        String name = definition.getMetadata().getName();
        TaskContext own =
                new TaskContext(context.namespace(), name, name, context.region(), context.defaults(), context.tags());
        return TaskDefinitionRequests.resolve(definition.getSpec().task(), own)
                        instanceof Resolution.Resolved<DesiredTaskDefinition> resolved
                ? Optional.of(resolved.desired().request())
                : Optional.empty();
    }

    private static Optional<Problem> elsewhere(Reference reference, FargateTaskDefinition definition) {
        return definition.getSpec().environment().equals(reference.environment())
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "Invalid",
                        "spec.taskDefinition: FargateTaskDefinition %s is of environment %s, this %s of %s. Name one of the same environment."
                                .formatted(
                                        reference.name(),
                                        definition.getSpec().environment(),
                                        reference.workload(),
                                        reference.environment())));
    }

    /**
     * While a revision is being registered it is waited for. Once that is refused, or the task definition is paused, its last one runs
     * on: a service can still be scaled then, and its drift is put back.
     */
    private static Optional<Problem> notReady(FargateTaskDefinition definition) {
        FargateTaskDefinitionStatus status = definition.getStatus();
        boolean settled = status != null
                && status.taskDefinition() != null
                && status.taskDefinition().arn() != null
                && definition.getMetadata().getGeneration().equals(status.observedGeneration())
                && !Conditions.isTrue(status.conditions(), Conditions.RECONCILING);
        if (settled && !definition.isMarkedForDeletion()) {
            return Optional.empty();
        }
        String name = definition.getMetadata().getName();
        String why = definition.isMarkedForDeletion()
                ? "it is being deleted."
                : Optional.ofNullable(status)
                        .flatMap(known -> Conditions.find(known.conditions(), Conditions.READY))
                        .map(Condition::getMessage)
                        .orElse("it has not been looked at yet.");
        return Optional.of(Problem.waiting(
                "TaskDefinitionNotReady",
                "FargateTaskDefinition %s is not ready: %s See: kubectl describe ftd -n %s %s"
                        .formatted(name, why, definition.getMetadata().getNamespace(), name)));
    }
}
