package dev.fargate.service;

import dev.fargate.aws.SdkTags;
import dev.fargate.aws.TaskDefinitions;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Problem;
import dev.fargate.taskdefinition.TaskDefinitionDifferences;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/** Taking over a service that was made by hand or by another tool, and looking at one that is not to be changed. */
final class Adoption {
    private Adoption() {}

    /** Why this operator cannot run the service, whosever it is (ECS API reference, Service). */
    static Optional<Problem> misfit(Service service) {
        if (service.deploymentController() != null
                && !"ECS".equals(service.deploymentController().typeAsString())) {
            return Optional.of(notAdoptable(
                    service,
                    "its deploymentController is "
                            + service.deploymentController().typeAsString()));
        }
        if (service.schedulingStrategy() != null && !"REPLICA".equals(service.schedulingStrategyAsString())) {
            return Optional.of(
                    notAdoptable(service, "its schedulingStrategy is " + service.schedulingStrategyAsString()));
        }
        return service.launchType() == null || "FARGATE".equals(service.launchTypeAsString())
                ? Optional.empty()
                : Optional.of(notAdoptable(service, "its launchType is " + service.launchTypeAsString()));
    }

    private static Problem notAdoptable(Service service, String why) {
        return Problem.stalled(
                "NotAdoptable",
                "Service %s cannot be run by this operator: %s, which ECS does not let anybody change. Create it anew under another name; nothing was changed."
                        .formatted(service.serviceArn(), why));
    }

    /**
     * A service that is not ours yet runs a revision of somebody else; where that says what the spec asks, it stays and nothing rolls.
     *
     * @param memory with what is remembered of revisions
     */
    static Memory compared(TaskDefinitions taskDefinitions, DesiredService desired, Memory memory, Service live) {
        if (desired.owner().owns(SdkTags.map(live.tags()))
                && memory.revisions().arn().isPresent()) {
            return memory;
        }
        return desired.task() instanceof TaskSource.Own own
                        && memory.revisions().arn().isEmpty()
                        && differences(taskDefinitions, own, live)
                                .filter(List::isEmpty)
                                .isPresent()
                ? memory.withRevisions(memory.revisions().adopting(live.taskDefinition(), own.hash()))
                : memory;
    }

    /**
     * In what the revision that a service runs differs from its task; empty when the revision is not known, or when somebody
     * deregistered it: a service goes on with such a one, and gets another in its place.
     */
    static Optional<List<Difference>> differences(TaskDefinitions taskDefinitions, TaskSource.Own own, Service live) {
        return taskDefinitions
                .describe(live.taskDefinition())
                .filter(revision -> revision.definition().status() == TaskDefinitionStatus.ACTIVE)
                .map(revision ->
                        TaskDefinitionDifferences.between(own.definition().request(), revision.definition()));
    }
}
