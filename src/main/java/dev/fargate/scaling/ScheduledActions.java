package dev.fargate.scaling;

import dev.fargate.api.CompanionKind;
import dev.fargate.api.Scaling;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.companion.Companion;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.companion.Sight;
import dev.fargate.engine.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** All our scheduled actions of a service: one look tells of all. Those of others are left alone. */
record ScheduledActions(String resourceId, List<PutScheduledActionRequest> actions) implements Companion {

    public ScheduledActions {
        actions = List.copyOf(actions);
    }

    /**
     * As the spec asks, without those that are over, which AWS would refuse; empty when none is left.
     *
     * @param now the time of the turn
     */
    static Optional<ScheduledActions> of(Scaling scaling, String resourceId, Instant now) {
        List<PutScheduledActionRequest> actions = scaling.scheduledActions().stream()
                .filter(action -> !ScheduledBounds.isOver(action, now))
                .map(action -> ScheduledBounds.request(resourceId, action))
                .toList();
        return actions.isEmpty() ? Optional.empty() : Optional.of(new ScheduledActions(resourceId, actions));
    }

    @Override
    public CompanionKind kind() {
        return CompanionKind.ScheduledActions;
    }

    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public Operation look() {
        return Operation.DESCRIBE_SCHEDULED_ACTIONS;
    }

    @Override
    public Sight see(Aws aws, Kept kept) {
        List<ScheduledAction> live = own(aws, resourceId);
        return new Sight.Seen(
                Optional.of(resourceId),
                Stream.concat(
                                actions.stream().flatMap(action -> put(action, live).stream()),
                                live.stream().filter(this::isUnwanted).map(this::delete))
                        .toList());
    }

    /** Ours, on a scalable target that others may use, too. */
    static List<ScheduledAction> own(Aws aws, String resourceId) {
        return aws.scalableTargets().scheduledActions(resourceId).stream()
                .filter(action -> OwnNames.has(action.scheduledActionName()))
                .toList();
    }

    private static Optional<CompanionStep> put(PutScheduledActionRequest wanted, List<ScheduledAction> live) {
        Optional<ScheduledAction> same = live.stream()
                .filter(action -> action.scheduledActionName().equals(wanted.scheduledActionName()))
                .findFirst();
        List<Difference> differences = same.map(action -> Members.differences(
                        "scaling.scheduledActions[%s]".formatted(OwnNames.declared(wanted.scheduledActionName())),
                        wanted,
                        ScheduledBounds.asked(action)))
                .orElse(List.of());
        return same.isPresent() && differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScalingStep.PutScheduled(wanted, same.isEmpty(), differences));
    }

    private boolean isUnwanted(ScheduledAction live) {
        return actions.stream().noneMatch(action -> action.scheduledActionName().equals(live.scheduledActionName()));
    }

    private CompanionStep delete(ScheduledAction live) {
        return new ScalingStep.DeleteScheduled(resourceId, live.scheduledActionName());
    }
}
