package dev.fargate.task;

import dev.fargate.api.FargateTaskSpec.FailureAction;
import dev.fargate.api.FargateTaskStatus.Failure;
import dev.fargate.api.TaskAttempt;
import dev.fargate.api.TaskAttempt.Outcome;
import dev.fargate.diagnosis.Cause;
import dev.fargate.diagnosis.Diagnosis;
import dev.fargate.ending.EndedTask;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/** What a task that ended means for its run. Pure. */
record Judge(FailureRules rules, Crew crew) {
    /** What is no fault of the task. */
    private static final Set<Cause> FROM_OUTSIDE =
            EnumSet.of(Cause.SpotInterruption, Cause.PlatformRetirement, Cause.NoCapacity);
    /** The usual end of a container that goes because another one of its task went. */
    private static final Set<Integer> TAKEN_ALONG = Set.of(0, 137, 143);

    /** Begins what we give StopTask as a reason, which ECS then tells as the task's stoppedReason. */
    static final String BY_US = "fargate-operator: ";

    /**
     * A sentence on one task.
     *
     * @param failure that the whole run has failed by it
     */
    record Verdict(TaskAttempt attempt, Optional<Failure> failure) {}

    Verdict of(Task task) {
        if (succeeded(task)) {
            return new Verdict(attempt(task, Outcome.Succeeded, Optional.empty()), Optional.empty());
        }
        if (task.stoppedReason() != null && task.stoppedReason().startsWith(BY_US)) {
            return new Verdict(attempt(task, Outcome.Stopped, Optional.empty()), Optional.empty());
        }
        Diagnosis diagnosis = EndedTask.diagnosis(task, crew.facts());
        if (FROM_OUTSIDE.contains(diagnosis.cause())) {
            return new Verdict(attempt(task, Outcome.Interrupted, Optional.of(diagnosis)), Optional.empty());
        }
        Optional<FailureRules.Fit> fit = rules.first(task.containers());
        boolean ignored =
                fit.filter(rule -> rule.action() == FailureAction.Ignore).isPresent();
        TaskAttempt attempt = attempt(task, ignored ? Outcome.Ignored : Outcome.Failed, Optional.of(diagnosis));
        return new Verdict(
                attempt,
                fit.filter(rule -> rule.action() == FailureAction.Fail)
                        .map(rule -> new Failure(
                                "FailurePolicy",
                                "Container %s of task %s ended with exit code %d, for which failurePolicy.rules[%d] says Fail. %s"
                                        .formatted(
                                                rule.container().name(),
                                                id(task),
                                                rule.container().exitCode(),
                                                rule.number(),
                                                diagnosis.meaning()))));
    }

    /** A container that counts ended by itself without an error, and none of the others had one. */
    private boolean succeeded(Task task) {
        List<Container> counting = task.containers().stream()
                .filter(container -> crew.counts(container.name()))
                .toList();
        return task.stopCode() == TaskStopCode.ESSENTIAL_CONTAINER_EXITED
                && counting.stream().anyMatch(container -> Integer.valueOf(0).equals(container.exitCode()))
                && counting.stream()
                        .allMatch(container -> container.exitCode() != null
                                && TAKEN_ALONG.contains(container.exitCode())
                                && (container.exitCode() == 0 || container.reason() == null));
    }

    private TaskAttempt attempt(Task task, Outcome outcome, Optional<Diagnosis> diagnosis) {
        Instant stopped = task.stoppedAt() == null ? EndedTask.at(task) : task.stoppedAt();
        return new TaskAttempt(
                task.taskArn(),
                outcome,
                text(task.startedAt()),
                text(stopped),
                task.startedAt() == null
                        ? null
                        : (int) Duration.between(task.startedAt(), stopped).toSeconds(),
                task.stopCodeAsString(),
                task.stoppedReason(),
                crew.ended(task),
                diagnosis.map(found -> found.cause().name()).orElse(null),
                diagnosis.map(Diagnosis::meaning).orElse(null),
                Console.of(task.taskArn()));
    }

    /** A task that ECS does not know any more. */
    static TaskAttempt forgotten(String arn) {
        return new TaskAttempt(
                arn,
                Outcome.Unknown,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                "ECS does not know the task any more: it ended while nobody looked, and ECS forgets a task about an hour later. Its log tells how it ended.",
                null);
    }

    static String id(Task task) {
        return id(task.taskArn());
    }

    static String id(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static String text(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
