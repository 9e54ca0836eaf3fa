package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.api.StoppedTask;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Notice;
import dev.fargate.preflight.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is worth a status write, and what is worth an Event. */
final class StatusNews {
    private StatusNews() {}

    /** While a rollout is in progress its counts change all the time: they are told with the next thing that matters. */
    static boolean onlyCounts(FargateServiceStatus before, FargateServiceStatus after) {
        return before != null
                && new FargateServiceStatus(
                                after.observedGeneration(),
                                Reports.isQuiet(after.preflight())
                                        ? Reports.untold(before.conditions(), after.conditions())
                                        : after.conditions(),
                                after.problem(),
                                after.place(),
                                after.serviceArn(),
                                after.incarnation(),
                                after.tagKeys(),
                                after.taskDefinition(),
                                after.lastGoodRevision(),
                                before.desiredCount(),
                                before.runningCount(),
                                before.pendingCount(),
                                reachedAs(before.rollout(), after.rollout()),
                                after.hooks(),
                                before.events(),
                                after.stoppedTasks(),
                                Reports.isQuiet(after.preflight()) ? before.preflight() : after.preflight(),
                                after.plan(),
                                after.drift(),
                                after.applied(),
                                after.cost(),
                                after.rightSize(),
                                after.companions(),
                                after.lastHandledReconcileAt(),
                                after.lastHandledRestartAt(),
                                after.lastHandledStopAt())
                        .equals(before);
    }

    /** That the count is reached is worth no write while the rollout goes on: its end records it. */
    private static Rollout reachedAs(Rollout before, Rollout after) {
        return before == null || after == null
                ? after
                : new Rollout(
                        after.id(),
                        after.hash(),
                        after.state(),
                        after.since(),
                        after.failedTasks(),
                        after.reason(),
                        after.steady(),
                        before.scaledTo(),
                        after.failed(),
                        after.environment(),
                        after.wave());
    }

    static List<Notice> notices(FargateServiceStatus before, Health health, Memory memory, List<ServiceStep> done) {
        List<Notice> notices = new ArrayList<>();
        done.forEach(
                step -> notices.add(Notice.normal(reason(step), step.change().toString())));
        Optional<Rollout> earlier = Optional.ofNullable(before).map(FargateServiceStatus::rollout);
        earlier.flatMap(known -> begun(known, memory, done)).ifPresent(notices::add);
        notices.addAll(stopped(before, memory));
        Reports.news(before == null ? null : before.preflight(), memory.preflight())
                .ifPresent(notices::add);
        if (health.state() == Health.State.STALLED) {
            if (!toldBefore(before, Conditions.STALLED, health, memory)) {
                notices.add(Notice.warning(health.reason(), health.message()));
            }
            return notices;
        }
        if ("Degraded".equals(health.reason()) && !toldBefore(before, Conditions.RECONCILING, health, memory)) {
            notices.add(Notice.warning(health.reason(), health.message()));
        }
        memory.rollout()
                .filter(rollout -> rollout.state() == RolloutState.COMPLETED)
                .filter(rollout -> earlier.filter(known -> known.id().equals(rollout.id()))
                        .filter(known -> known.state() == RolloutState.COMPLETED)
                        .isEmpty())
                .ifPresent(rollout -> notices.add(
                        Notice.normal("RolloutCompleted", "Rollout %s is completed.".formatted(rollout.id()))));
        return notices;
    }

    /** A rollout that somebody else began, or that we began just before a crash. */
    private static Optional<Notice> begun(Rollout earlier, Memory memory, List<ServiceStep> done) {
        boolean ours = done.stream()
                .anyMatch(step -> step instanceof ServiceStep.Create
                        || (step instanceof ServiceStep.Update update && update.rolls()));
        return memory.rollout()
                .filter(rollout -> !ours && !rollout.id().equals(earlier.id()))
                .map(rollout -> Notice.normal("RolloutStarted", "Rollout %s began.".formatted(rollout.id())));
    }

    /** One for each new kind of ending; a kind that was told of an earlier rollout is new in this one. */
    private static List<Notice> stopped(FargateServiceStatus before, Memory memory) {
        Optional<Instant> since = memory.rollout().map(Rollout::since).map(Instant::parse);
        Set<String> told = Optional.ofNullable(before).map(FargateServiceStatus::stoppedTasks).stream()
                .flatMap(List::stream)
                .filter(task -> since.filter(TaskEndings.at(task)::isBefore).isEmpty())
                .map(TaskEndings::kind)
                .collect(Collectors.toSet());
        return memory.stopped().stream()
                .filter(task -> since.filter(TaskEndings.at(task)::isBefore).isEmpty())
                .filter(task -> !told.contains(TaskEndings.kind(task)))
                .map(StatusNews::stopped)
                .toList();
    }

    private static Notice stopped(StoppedTask task) {
        String message = "Task %s stopped: %s".formatted(task.task(), task.meaning());
        return Blame.isFailure(task) ? Notice.warning(task.cause(), message) : Notice.normal(task.cause(), message);
    }

    /** Of the same rollout: the next one may fail for the same reason before it is told that it began. */
    private static boolean toldBefore(FargateServiceStatus before, String type, Health health, Memory memory) {
        return Optional.ofNullable(before)
                .flatMap(status -> Conditions.find(status.conditions(), type))
                .filter(condition -> health.reason().equals(condition.getReason()))
                .filter(condition -> memory.rollout()
                        .map(Rollout::id)
                        .equals(Optional.ofNullable(before.rollout()).map(Rollout::id)))
                .isPresent();
    }

    static String reason(ServiceStep step) {
        return switch (step) {
            case ServiceStep.Hook hook -> "HookStarted";
            case ServiceStep.Register register -> "RevisionRegistered";
            case ServiceStep.Create create -> "ServiceCreated";
            case ServiceStep.Update update -> update.rolls() ? "RolloutStarted" : "ServiceUpdated";
            case ServiceStep.StopDeployment stop -> "RolloutStopped";
            case ServiceStep.Tag tag -> "Tagged";
            case ServiceStep.Delete delete -> "ServiceDeleted";
            case ServiceStep.Deregister deregister -> "RevisionDeregistered";
        };
    }
}
