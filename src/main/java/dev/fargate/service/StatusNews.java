package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
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
                        after.failed());
    }

    static List<Notice> notices(FargateServiceStatus before, Health health, Memory memory, List<ServiceStep> done) {
        List<Notice> notices = new ArrayList<>();
        done.forEach(
                step -> notices.add(Notice.normal(reason(step), step.change().toString())));
        Optional<Rollout> earlier = Optional.ofNullable(before).map(FargateServiceStatus::rollout);
        memory.rollout()
                .filter(rollout ->
                        !earlier.map(known -> over(known).equals(over(rollout))).orElse(false))
                .ifPresent(rollout -> end(rollout, health).ifPresent(notices::add));
        return notices;
    }

    private static String over(Rollout rollout) {
        return rollout.id() + rollout.state() + rollout.failed();
    }

    private static Optional<Notice> end(Rollout rollout, Health health) {
        if (health.state() == Health.State.STALLED) {
            return Optional.of(Notice.warning(health.reason(), health.message()));
        }
        return rollout.state() == RolloutState.COMPLETED
                ? Optional.of(Notice.normal("RolloutCompleted", "Rollout %s is completed.".formatted(rollout.id())))
                : Optional.empty();
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
