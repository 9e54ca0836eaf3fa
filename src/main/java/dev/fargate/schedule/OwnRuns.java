package dev.fargate.schedule;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleStatus.ActiveRun;
import dev.fargate.api.FargateScheduleStatus.EndedRun;
import dev.fargate.api.FargateScheduleStatus.Outcome;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.FargateTaskStatus.Phase;
import dev.fargate.api.Revisions;
import dev.fargate.api.TaskAttempt;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The FargateTasks of one schedule, as they stand. Pure. */
record OwnRuns(FargateSchedule schedule, List<FargateTask> runs) {
    private static final int MEANING = 300;

    OwnRuns {
        runs = runs.stream()
                .sorted(Comparator.comparing((FargateTask run) ->
                                String.valueOf(run.getMetadata().getCreationTimestamp()))
                        .thenComparing(run -> run.getMetadata().getName())
                        .reversed())
                .toList();
    }

    RunLog log() {
        List<FargateTask> active = active();
        return new RunLog(
                active.stream().map(OwnRuns::active).toList(),
                active.size(),
                RunLog.kept(ended(), RunLog.Limits.of(schedule.getSpec())));
    }

    /** Those that run or may run, also those that are being stopped. */
    List<FargateTask> active() {
        return runs.stream().filter(run -> !isEnded(run)).toList();
    }

    List<EndedRun> ended() {
        return runs.stream().filter(OwnRuns::isEnded).map(OwnRuns::ended).toList();
    }

    /** Ended ones of ours beyond the limits; what somebody else has created is theirs to delete. */
    List<FargateTask> surplus() {
        Set<String> kept = log().ended().stream().map(EndedRun::name).collect(Collectors.toSet());
        return runs.stream()
                .filter(OwnRuns::isEnded)
                .filter(this::isOurs)
                .filter(run -> !run.isMarkedForDeletion())
                .filter(run -> !kept.contains(run.getMetadata().getName()))
                .toList();
    }

    /** The revisions that active runs use. */
    Set<String> revisions() {
        return active().stream()
                .map(run -> Optional.ofNullable(run.getStatus())
                        .map(FargateTaskStatus::taskDefinition)
                        .map(Revisions::arn))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }

    boolean has(String name) {
        return runs.stream().anyMatch(run -> run.getMetadata().getName().equals(name));
    }

    boolean isOurs(FargateTask run) {
        return run.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> owner.getUid().equals(schedule.getMetadata().getUid()));
    }

    private static boolean isEnded(FargateTask run) {
        return run.getStatus() != null && run.getStatus().completionTime() != null;
    }

    private static ActiveRun active(FargateTask run) {
        return new ActiveRun(
                run.getMetadata().getName(),
                null,
                Optional.ofNullable(run.getStatus())
                        .map(FargateTaskStatus::startTime)
                        .orElse(null));
    }

    private static EndedRun ended(FargateTask run) {
        FargateTaskStatus status = run.getStatus();
        Optional<TaskAttempt> newest = status.attempts().stream().findFirst();
        boolean succeeded = status.phase() == Phase.Succeeded;
        return new EndedRun(
                run.getMetadata().getName(),
                newest.map(TaskAttempt::taskArn).orElse(null),
                succeeded ? Outcome.Succeeded : Outcome.Failed,
                status.startTime(),
                status.completionTime(),
                newest.flatMap(OwnRuns::exitCode).orElse(null),
                succeeded ? null : newest.map(TaskAttempt::cause).orElse(null),
                succeeded
                        ? null
                        : shortened(newest.map(TaskAttempt::meaning).or(() -> Optional.ofNullable(status.failure())
                                .map(FargateTaskStatus.Failure::message))));
    }

    static Optional<Integer> exitCode(TaskAttempt attempt) {
        return attempt.containers().stream()
                .map(TaskAttempt.AttemptedContainer::exitCode)
                .filter(Objects::nonNull)
                .findFirst();
    }

    static String shortened(Optional<String> text) {
        return text.map(whole -> whole.length() <= MEANING ? whole : whole.substring(0, MEANING - 1) + "…")
                .orElse(null);
    }

    /** The time that a name of a run stands for, see {@link RunNames}. */
    boolean hasRunOf(Instant due) {
        return has(RunNames.due(schedule, due));
    }
}
