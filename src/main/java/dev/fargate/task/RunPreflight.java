package dev.fargate.task;

import dev.fargate.api.Api;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.TaskAttempt;
import dev.fargate.aws.ContentHash;
import dev.fargate.aws.Digest;
import dev.fargate.engine.Notice;
import dev.fargate.preflight.Preflights;
import dev.fargate.preflight.Reports;
import dev.fargate.preflight.Subject;
import dev.fargate.taskdefinition.DesiredTaskDefinition.LogGroup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

/** What is known of a run's tasks before they start. None of them waits for it. */
record RunPreflight(Preflights preflights) {

    /** Of what the run begins with: another revision is none of its tasks' business. */
    RunMemory known(DesiredRun desired, FargateTask resource, RunMemory memory) {
        boolean begunOtherwise =
                memory.revisions().arn().isPresent() && !desired.source().isOf(memory.revisions());
        if (begunOtherwise) {
            return memory;
        }
        RunMemory known = memory.withPreflight(
                preflights.of(owner(resource), subject(desired, resource), memory.preflight(), evidence(memory)));
        return known.with(known.history().explained(Reports.known(known.preflight())));
    }

    private static Optional<Instant> evidence(RunMemory memory) {
        return memory.history().attempts().stream()
                .filter(attempt -> attempt.cause() != null && Reports.explains(attempt.cause()))
                .map(TaskAttempt::stoppedAt)
                .map(Instant::parse)
                .max(Comparator.naturalOrder());
    }

    private static Subject subject(DesiredRun desired, FargateTask resource) {
        Optional<RegisterTaskDefinitionRequest> content = desired.source()
                .content()
                .map(request -> overridden(request, desired.template().overrides()));
        return new Subject(
                desired.where().scope(),
                desired.where().place().accountId(),
                desired.where().place().clusterArn(),
                Digest.token(desired.request()
                        + content.map(ContentHash::of).orElse("")
                        + Api.annotation(resource, Api.RECONCILE_AT).orElse("")),
                content,
                desired.template().networkConfiguration().awsvpcConfiguration(),
                List.of(),
                Boolean.TRUE.equals(desired.template().enableExecuteCommand()),
                desired.source() instanceof RunSource.Own own
                        ? own.definition().logGroups().stream()
                                .map(LogGroup::name)
                                .collect(Collectors.toSet())
                        : Set.of(),
                false);
    }

    /** As its tasks see it; an override of what is checked is one of roles. */
    private static RegisterTaskDefinitionRequest overridden(
            RegisterTaskDefinitionRequest request, TaskOverride override) {
        return override == null
                ? request
                : request.copy(task -> task.executionRoleArn(
                                Optional.ofNullable(override.executionRoleArn()).orElse(request.executionRoleArn()))
                        .taskRoleArn(Optional.ofNullable(override.taskRoleArn()).orElse(request.taskRoleArn())));
    }

    Optional<Instant> again(FargateTask resource, RunMemory memory) {
        return preflights.again(owner(resource), memory.preflight());
    }

    void forget(FargateTask resource) {
        preflights.forget(owner(resource));
    }

    /** That all is well is told with the next thing that matters. */
    static FargateTaskStatus worthTelling(FargateTaskStatus before, FargateTaskStatus after) {
        boolean onlyThat = before != null
                && Reports.isQuiet(after.preflight())
                && after.with(Reports.untold(before.conditions(), after.conditions()), before.preflight())
                        .equals(before);
        return onlyThat ? before : after;
    }

    static List<Notice> news(FargateTaskStatus before, FargateTaskStatus after) {
        return Reports.news(before == null ? null : before.preflight(), Optional.ofNullable(after.preflight())).stream()
                .toList();
    }

    private static String owner(FargateTask resource) {
        return resource.getMetadata().getNamespace() + "/"
                + resource.getMetadata().getName();
    }
}
