package dev.fargate.service;

import dev.fargate.aws.Look;
import dev.fargate.aws.SdkTags;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/** managementPolicy Observe: what would be done, without doing it. */
sealed interface Observation {

    /** The plan, and the service as it was seen. */
    record Seen(Plan<ServiceStep> plan, Optional<Service> service) implements Observation {}

    /** Nothing is known yet. */
    record Unseen() implements Observation {}

    /** The look failed. */
    record Failed(Look.Failed look) implements Observation {}

    /** It must not be looked at, or this operator could not run it. */
    record Refused(Problem problem) implements Observation {}

    static Observation of(
            DesiredService desired, Memory memory, Optional<Look> look, TaskDefinitions taskDefinitions, Instant now) {
        if (look.isEmpty()) {
            return new Unseen();
        }
        return switch (look.get()) {
            case Look.Failed failed -> new Failed(failed);
            case Look.Missing missing ->
                new Seen(new ServicePlanner(desired, memory, Existence.AT_ONCE, now).preview(), Optional.empty());
            case Look.Found found -> found(desired, memory, found.service(), taskDefinitions, now);
        };
    }

    private static Observation found(
            DesiredService desired, Memory recorded, Service live, TaskDefinitions taskDefinitions, Instant now) {
        Optional<Problem> refusal = desired.ownership()
                .hidden("Service " + live.serviceArn(), live.serviceArn(), SdkTags.map(live.tags()))
                .or(() -> Adoption.misfit(live));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (!(desired.task() instanceof TaskSource.Own own) || !own.registers(recorded.revisions())) {
            Plan<ServiceStep> plan = new ServicePlanner(desired, recorded, Existence.AT_ONCE, now).preview(live);
            return new Seen(plan, Optional.of(live));
        }
        Optional<List<Difference>> differences = Adoption.differences(taskDefinitions, own, live);
        Memory memory = differences.filter(List::isEmpty).isPresent()
                ? recorded.withRevisions(recorded.revisions().adopting(live.taskDefinition(), own.hash()))
                : recorded;
        Plan<ServiceStep> plan = new ServicePlanner(desired, memory, Existence.AT_ONCE, now).preview(live);
        return new Seen(detailed(plan, differences.orElse(List.of())), Optional.of(live));
    }

    /** The registration says what is new in the revision. */
    private static Plan<ServiceStep> detailed(Plan<ServiceStep> plan, List<Difference> differences) {
        return new Plan<>(plan.steps().stream()
                .map(step -> step instanceof ServiceStep.Register register ? register.with(differences) : step)
                .toList());
    }
}
