package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is worth a status write, and what is worth an Event. */
final class StatusNews {
    private StatusNews() {}

    /** While a rollout is in progress its counts change all the time: they are told with the next thing that matters. */
    static boolean onlyCounts(FargateServiceStatus before, FargateServiceStatus after) {
        return before != null
                && new FargateServiceStatus(
                                after.observedGeneration(),
                                after.conditions(),
                                after.place(),
                                after.serviceArn(),
                                after.incarnation(),
                                after.tagKeys(),
                                after.taskDefinition(),
                                before.desiredCount(),
                                before.runningCount(),
                                before.pendingCount(),
                                reachedAs(before.rollout(), after.rollout()),
                                before.events(),
                                after.stoppedTasks(),
                                after.plan(),
                                after.drift(),
                                after.lastHandledReconcileAt(),
                                after.lastHandledRestartAt())
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
        if (health.state() == Health.State.STALLED) {
            if (!stalledBefore(before, health)) {
                notices.add(Notice.warning(health.reason(), health.message()));
            }
            return notices;
        }
        Optional<Rollout> earlier = Optional.ofNullable(before).map(FargateServiceStatus::rollout);
        memory.rollout()
                .filter(rollout -> rollout.state() == RolloutState.COMPLETED)
                .filter(rollout -> earlier.filter(known -> known.id().equals(rollout.id()))
                        .filter(known -> known.state() == RolloutState.COMPLETED)
                        .isEmpty())
                .ifPresent(rollout -> notices.add(
                        Notice.normal("RolloutCompleted", "Rollout %s is completed.".formatted(rollout.id()))));
        return notices;
    }

    private static boolean stalledBefore(FargateServiceStatus before, Health health) {
        return Optional.ofNullable(before)
                .flatMap(status -> Conditions.find(status.conditions(), Conditions.STALLED))
                .filter(condition -> health.reason().equals(condition.getReason()))
                .isPresent();
    }

    static String reason(ServiceStep step) {
        return switch (step) {
            case ServiceStep.Register register -> "RevisionRegistered";
            case ServiceStep.Create create -> "ServiceCreated";
            case ServiceStep.Update update -> update.rolls() ? "RolloutStarted" : "ServiceUpdated";
            case ServiceStep.Tag tag -> "Tagged";
            case ServiceStep.Delete delete -> "ServiceDeleted";
            case ServiceStep.Deregister deregister -> "RevisionDeregistered";
        };
    }
}
