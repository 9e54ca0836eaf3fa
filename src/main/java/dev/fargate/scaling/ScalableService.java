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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/**
 * The scalable target of a service. It has no name of its own, so what there is on a service of ours is ours.
 *
 * @param resourceId {@code service/<cluster>/<service>}
 * @param suspended neither policies nor scheduled actions act
 */
public record ScalableService(String resourceId, int min, int max, boolean suspended) implements Companion {

    /**
     * As the spec asks.
     *
     * @param clusterArn of the service's cluster
     * @param isRolling a rollout is in progress
     */
    public static ScalableService of(Scaling scaling, String clusterArn, String service, boolean isRolling) {
        return new ScalableService(
                "service/%s/%s".formatted(clusterArn.substring(clusterArn.lastIndexOf('/') + 1), service),
                scaling.min(),
                scaling.max(),
                isRolling && Boolean.TRUE.equals(scaling.suspendDuringRollout()));
    }

    @Override
    public CompanionKind kind() {
        return CompanionKind.ScalableTarget;
    }

    @Override
    public String name() {
        return "scaling";
    }

    @Override
    public Operation look() {
        return Operation.DESCRIBE_SCALABLE_TARGETS;
    }

    @Override
    public Sight see(Aws aws, Kept kept) {
        Optional<ScalableTarget> live = aws.scalableTargets().describe(resourceId);
        List<Difference> differences = live.map(this::differences).orElse(List.of());
        boolean isDue = live.isEmpty() || !differences.isEmpty();
        return new Sight.Seen(
                Optional.of(resourceId),
                isDue
                        ? List.<CompanionStep>of(new ScalingStep.Register(this, live.isEmpty(), differences))
                        : List.of());
    }

    private List<Difference> differences(ScalableTarget live) {
        return Stream.of(
                        difference("scaling.min", min, live.minCapacity()),
                        difference("scaling.max", max, live.maxCapacity()),
                        difference("scaling.suspended", suspended, isSuspended(live.suspendedState())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Difference> difference(String path, Object desired, Object live) {
        return desired.equals(live)
                ? Optional.empty()
                : Optional.of(new Difference(path, desired.toString(), String.valueOf(live)));
    }

    /** Absent: nothing is. One that is suspended in part only is neither. */
    private static Object isSuspended(SuspendedState state) {
        List<Boolean> parts = state == null
                ? List.of(false)
                : Stream.of(
                                state.dynamicScalingInSuspended(),
                                state.dynamicScalingOutSuspended(),
                                state.scheduledScalingSuspended())
                        .map(Boolean.TRUE::equals)
                        .distinct()
                        .toList();
        return parts.size() == 1 ? parts.getFirst() : "in part";
    }
}
