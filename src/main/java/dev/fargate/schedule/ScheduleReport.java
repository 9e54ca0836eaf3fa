package dev.fargate.schedule;

import dev.fargate.api.Api;
import dev.fargate.api.DriftPolicy;
import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.FargateScheduleStatus.Outcome;
import dev.fargate.api.FargateScheduleStatus.Starter;
import dev.fargate.api.PlannedChange;
import dev.fargate.api.ProblemReport;
import dev.fargate.cron.InvalidSchedule;
import dev.fargate.cron.Timetable;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.turn.PlannedChanges;
import dev.fargate.turn.ProblemReports;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells the truth about a schedule. Pure. */
record ScheduleReport(FargateSchedule resource, Instant now) {
    static final String SUSPENDED = "Suspended";
    private static final String RUN_FAILED = "RunFailed";
    private static final String SUSPENDED_SAYS = "No run is started until spec.suspend is false.";

    /** How it is, when nothing keeps it from running. */
    FargateScheduleStatus settled(ScheduleMemory memory) {
        if (isSuspended()) {
            return status(conditions().ready(SUSPENDED, SUSPENDED_SAYS), memory, List.of());
        }
        Optional<Instant> next = next();
        return status(
                next.map(at -> conditions().ready("Scheduled", "%s at %s.".formatted(starter(), Times.text(at))))
                        .orElseGet(() -> conditions().ready("Completed", "It does not run again.")),
                memory,
                List.of());
    }

    private String starter() {
        return ScheduleResolver.isLeftToScheduler(resource.getSpec())
                ? "EventBridge Scheduler starts the next run"
                : "The operator starts the next run";
    }

    FargateScheduleStatus waiting(ScheduleMemory memory, String reason, String message) {
        return status(conditions().reconciling(reason, message), memory, List.of());
    }

    FargateScheduleStatus problem(Problem problem, ScheduleMemory memory) {
        return status(conditions().of(problem), memory, List.of());
    }

    FargateScheduleStatus observing(Plan<ScheduleStep> plan, ScheduleMemory memory, ScheduleDrift drift) {
        Conditions observing = conditions().observing(plan, !drift.differences().isEmpty());
        return drift.observedOn(status(observing, memory, PlannedChanges.of(plan)));
    }

    FargateScheduleStatus paused(ScheduleMemory memory) {
        return status(
                resource.isMarkedForDeletion()
                        ? conditions().pausedDeletion()
                        : conditions().paused(),
                memory,
                List.of());
    }

    boolean isSuspended() {
        return Boolean.TRUE.equals(resource.getSpec().suspend());
    }

    /** None while nothing is started, or if the expression is none. */
    private Optional<Instant> next() {
        if (isSuspended() || resource.isMarkedForDeletion()) {
            return Optional.empty();
        }
        try {
            Timetable timetable = ScheduleResolver.timetable(resource);
            return timetable.next(now);
        } catch (InvalidSchedule e) {
            return Optional.empty();
        }
    }

    private FargateScheduleStatus status(Conditions conditions, ScheduleMemory memory, List<PlannedChange> plan) {
        if (isSuspended()) {
            conditions.add(SUSPENDED, "True", SUSPENDED, SUSPENDED_SAYS);
        }
        // With driftPolicy Report the next turn goes by what was drift; where it is not the policy any more, none of it
        // is left.
        Optional<FargateScheduleStatus> before = Optional.ofNullable(resource.getStatus())
                .filter(_ -> resource.getSpec().driftPolicy() == DriftPolicy.Report);
        return new FargateScheduleStatus(
                resource.getMetadata().getGeneration(),
                conditions.toList(),
                problem(conditions, memory).orElse(null),
                ScheduleResolver.isLeftToScheduler(resource.getSpec()) ? Starter.Scheduler : Starter.Operator,
                memory.place().orElse(null),
                memory.revisions().equals(OwnRevisions.NONE)
                        ? null
                        : memory.revisions().status(),
                memory.kept().scheduleArn().orElse(null),
                memory.kept().roleArn().orElse(null),
                memory.times().expression().orElse(null),
                text(memory.times().settled()),
                text(next()),
                text(memory.times().run()),
                text(memory.times().success()),
                memory.runs().count(),
                memory.runs().active(),
                memory.times().missed().orElse(null),
                memory.runs().ended(),
                plan,
                before.map(FargateScheduleStatus::drift).orElse(List.of()),
                before.map(FargateScheduleStatus::applied).orElse(null),
                Api.annotation(resource, Api.RECONCILE_AT).orElse(null),
                Api.annotation(resource, Api.RUN_AT).orElse(null));
    }

    /** It is stalled, or its newest run failed. */
    private Optional<ProblemReport> problem(Conditions conditions, ScheduleMemory memory) {
        return ProblemReports.stalled(conditions.toList(), resource.getStatus(), now)
                .or(() -> memory.runs().ended().stream()
                        .findFirst()
                        .filter(newest -> newest.outcome() == Outcome.Failed)
                        .map(failed -> ProblemReports.of(
                                Objects.requireNonNullElse(failed.cause(), RUN_FAILED),
                                "The newest run failed: "
                                        + Objects.requireNonNullElse(failed.meaning(), "status.history tells it."),
                                ProblemReports.before(resource.getStatus()),
                                now)));
    }

    private static String text(Optional<Instant> at) {
        return at.map(Times::text).orElse(null);
    }

    private Conditions conditions() {
        return new Conditions(
                resource.getStatus() == null ? List.of() : resource.getStatus().conditions(),
                resource.getMetadata().getGeneration(),
                now);
    }
}
