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
 * @param bounds of the spec
 * @param scheduled what scheduled actions of the spec set them to: AWS then changes the target itself ("A scheduled action sets the
 *     MinCapacity and MaxCapacity", user guide, "How scheduled scaling works"), and that is no drift
 * @param suspended neither policies nor scheduled actions act
 */
record ScalableService(String resourceId, Bounds bounds, List<Bounds> scheduled, boolean suspended)
        implements Companion {

    public ScalableService {
        scheduled = List.copyOf(scheduled);
    }

    /** Either is null where it is left as it is. */
    public record Bounds(Integer min, Integer max) {}

    /**
     * As the spec asks.
     *
     * @param isRolling a rollout is in progress
     */
    static ScalableService of(Scaling scaling, String resourceId, boolean isRolling) {
        return new ScalableService(
                resourceId,
                new Bounds(scaling.min(), scaling.max()),
                scaling.scheduledActions().stream()
                        .map(action -> new Bounds(action.min(), action.max()))
                        .toList(),
                isRolling && Boolean.TRUE.equals(scaling.suspendDuringRollout()));
    }

    /** How Application Auto Scaling names a service. */
    static String resourceId(String clusterArn, String service) {
        return "service/%s/%s".formatted(clusterArn.substring(clusterArn.lastIndexOf('/') + 1), service);
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
        Bounds meant = live.map(this::meant).orElse(bounds);
        List<Difference> differences =
                live.map(target -> differences(meant, target)).orElse(List.of());
        boolean isDue = live.isEmpty() || !differences.isEmpty();
        return new Sight.Seen(
                Optional.of(resourceId),
                isDue
                        ? List.<CompanionStep>of(
                                new ScalingStep.Register(resourceId, meant, suspended, live.isEmpty(), differences))
                        : List.of());
    }

    /** What a scheduled action has set stays. */
    private Bounds meant(ScalableTarget live) {
        return new Bounds(
                scheduled.stream().anyMatch(action -> live.minCapacity().equals(action.min()))
                        ? live.minCapacity()
                        : bounds.min(),
                scheduled.stream().anyMatch(action -> live.maxCapacity().equals(action.max()))
                        ? live.maxCapacity()
                        : bounds.max());
    }

    private List<Difference> differences(Bounds meant, ScalableTarget live) {
        return Stream.of(
                        difference("scaling.min", meant.min(), live.minCapacity()),
                        difference("scaling.max", meant.max(), live.maxCapacity()),
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
