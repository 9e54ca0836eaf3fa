package dev.fargate.task;

import dev.fargate.api.Api;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.FargateTaskStatus.Failure;
import dev.fargate.api.FargateTaskStatus.Phase;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.api.PlannedChange;
import dev.fargate.api.ProblemReport;
import dev.fargate.api.TaskAttempt;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.preflight.Reports;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.turn.PlannedChanges;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Tells the truth about a run. Pure. */
record RunReport(FargateTask resource, DesiredRun.Limits limits, Instant now) {
    private static final String COMPLETE = "Complete";
    private static final String FAILED = "Failed";
    private static final String SUSPENDED = "Suspended";
    private static final String TRUE = "True";

    static RunReport of(FargateTask resource, Instant now) {
        return new RunReport(resource, DesiredRun.Limits.of(resource.getSpec()), now);
    }

    /** How the run is, when nothing keeps it from getting on. */
    FargateTaskStatus progress(RunMemory memory) {
        Optional<Failure> failure = memory.history().failure();
        int active = memory.launches().active();
        if (memory.isFinished()) {
            return finished(memory);
        }
        if (failure.isPresent()) {
            return reconciling(
                    memory,
                    "Stopping",
                    "%s is told to stop: %s"
                            .formatted(running(active), failure.get().message()));
        }
        if (limits.suspended()) {
            return suspended(memory, active);
        }
        if (active == 0 && memory.tally().unknown() > 0 && isAllAccountedFor(memory)) {
            return stalled(memory);
        }
        if (active == 0 && memory.span().retryAt().filter(now::isBefore).isPresent()) {
            return reconciling(memory, "BackOff", backOff(memory));
        }
        return active == 0
                ? reconciling(memory, "Starting", "Tasks are about to be started.")
                : reconciling(memory, "Running", counts(memory) + ".");
    }

    private boolean isAllAccountedFor(RunMemory memory) {
        return memory.tally().succeeded() + memory.tally().unknown() >= limits.completions();
    }

    private FargateTaskStatus finished(RunMemory memory) {
        Conditions conditions = conditions();
        memory.history()
                .failure()
                .ifPresentOrElse(
                        failure -> conditions
                                .stalled(failure.reason(), failure.message())
                                .add(FAILED, TRUE, failure.reason(), failure.message()),
                        () -> conditions
                                .ready("Completed", counts(memory) + ".")
                                .add(COMPLETE, TRUE, "Completed", counts(memory) + "."));
        return status(conditions, memory, List.of());
    }

    private FargateTaskStatus suspended(RunMemory memory, int active) {
        String message = active == 0
                ? "No task is started until spec.suspend is false. " + counts(memory) + "."
                : "%s is told to stop, and none is started until spec.suspend is false.".formatted(running(active));
        return status(
                conditions()
                        .add(Conditions.READY, "Unknown", SUSPENDED, message)
                        .add(SUSPENDED, TRUE, SUSPENDED, message),
                memory,
                List.of());
    }

    private FargateTaskStatus stalled(RunMemory memory) {
        return status(
                conditions()
                        .stalled(
                                "OutcomeUnknown",
                                "How %s ended is not known, because ECS had forgotten by then: %s. Not run again, since it may have done its work. Look at the log; to run it again, set annotation %s to the time of now."
                                        .formatted(
                                                RunStep.tasks(memory.tally().unknown()),
                                                counts(memory),
                                                Api.RESTART_AT)),
                memory,
                List.of());
    }

    /** About to call AWS. A trouble that is told already stays told until it is known to be over. */
    FargateTaskStatus intending(RunMemory memory) {
        FargateTaskStatus next = progress(memory);
        return Optional.ofNullable(resource.getStatus())
                .filter(status -> resource.getMetadata().getGeneration().equals(status.observedGeneration()))
                .filter(status -> Conditions.isTrue(status.conditions(), Conditions.STALLED))
                .map(status -> next.with(status.conditions(), status.problem()))
                .orElse(next);
    }

    FargateTaskStatus problem(Problem problem, RunMemory memory) {
        return status(conditions().of(problem), memory, List.of());
    }

    FargateTaskStatus observing(Plan<RunStep> plan, RunMemory memory) {
        return status(conditions().observing(plan), memory, PlannedChanges.of(plan));
    }

    FargateTaskStatus paused(RunMemory memory) {
        return status(
                resource.isMarkedForDeletion()
                        ? conditions().pausedDeletion()
                        : conditions().paused(),
                memory,
                List.of());
    }

    private FargateTaskStatus reconciling(RunMemory memory, String reason, String message) {
        return status(conditions().reconciling(reason, message), memory, List.of());
    }

    private String backOff(RunMemory memory) {
        String trouble =
                memory.history().lastTrouble().map(TaskAttempt::meaning).orElse("The last task did not succeed.");
        return "%s Another one is started at %s (%d failed, backoffLimit %d)."
                .formatted(
                        trouble, text(memory.span().retryAt()), memory.tally().failed(), limits.backoffLimit());
    }

    private String counts(RunMemory memory) {
        History.Tally tally = memory.tally();
        return "%d of %d succeeded, %d active, %d failed%s"
                .formatted(
                        tally.succeeded(),
                        limits.completions(),
                        memory.launches().active(),
                        tally.failed(),
                        tally.unknown() == 0 ? "" : ", %d unknown".formatted(tally.unknown()));
    }

    private static String running(int active) {
        return active == 1 ? "The running task" : "Each of %d running tasks".formatted(active);
    }

    private Phase phase(RunMemory memory) {
        if (memory.isFinished()) {
            return memory.history().failure().isPresent() ? Phase.Failed : Phase.Succeeded;
        }
        if (limits.suspended()) {
            return Phase.Suspended;
        }
        if (memory.launches().active() == 0 && memory.tally().unknown() > 0 && isAllAccountedFor(memory)) {
            return Phase.Unknown;
        }
        return memory.launches().made() == 0 ? Phase.Pending : Phase.Running;
    }

    private FargateTaskStatus status(Conditions conditions, RunMemory memory, List<PlannedChange> plan) {
        History.Tally tally = memory.tally();
        Optional<FargateTaskStatus> before = Optional.ofNullable(resource.getStatus());
        Optional<ProblemReport> problem = RunProblem.of(conditions.toList(), memory.history())
                .or(() -> RunProblem.beforehand(conditions.toList(), memory.preflight()))
                .map(found -> found.report(before.map(FargateTaskStatus::problem), now));
        return new FargateTaskStatus(
                resource.getMetadata().getGeneration(),
                Reports.beside(conditions.toList(), conditions(), memory.preflight(), problem),
                problem.orElse(null),
                phase(memory),
                memory.place().orElse(null),
                memory.revisions().equals(OwnRevisions.NONE)
                        ? null
                        : memory.revisions().status(),
                memory.isFinished() ? List.of() : memory.crew(),
                text(memory.span().started()),
                text(memory.span().completed()),
                seconds(memory.span()),
                memory.launches().active(),
                tally.succeeded(),
                tally.failed(),
                some(tally.unknown()),
                some(memory.launches().made()),
                memory.launches().open(),
                some(tally.setbacks()),
                text(memory.span().retryAt()),
                memory.history().failure().orElse(null),
                memory.history().attempts(),
                memory.preflight().orElse(null),
                before.map(FargateTaskStatus::cost).orElse(null),
                plan,
                Api.annotation(resource, Api.RECONCILE_AT).orElse(null),
                handledRestart());
    }

    /** A paused run follows nothing: what it is asked for meanwhile is done when it goes on. */
    private String handledRestart() {
        boolean paused = resource.getSpec().managementPolicy() == ManagementPolicy.Paused;
        return paused
                ? Optional.ofNullable(resource.getStatus())
                        .map(FargateTaskStatus::lastHandledRestartAt)
                        .orElse(null)
                : Api.annotation(resource, Api.RESTART_AT).orElse(null);
    }

    private static Integer seconds(Span span) {
        return span.started().isEmpty() || span.completed().isEmpty()
                ? null
                : (int) Duration.between(span.started().get(), span.completed().get())
                        .toSeconds();
    }

    private static Integer some(int count) {
        return count == 0 ? null : count;
    }

    private static String text(Optional<Instant> at) {
        return at.map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(null);
    }

    private Conditions conditions() {
        return new Conditions(
                resource.getStatus() == null ? List.of() : resource.getStatus().conditions(),
                resource.getMetadata().getGeneration(),
                now);
    }
}
