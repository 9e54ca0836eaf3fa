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
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/**
 * All our scaling policies of a service: one look tells of all. Those of others, and the alarms that AWS makes for its policies, are left
 * alone.
 */
record ScalingPolicies(String resourceId, List<PutScalingPolicyRequest> policies) implements Companion {

    public ScalingPolicies {
        policies = List.copyOf(policies);
    }

    /** As the spec asks; empty when it asks for none. */
    static Optional<ScalingPolicies> of(Scaling scaling, String resourceId) {
        List<PutScalingPolicyRequest> policies = Stream.concat(
                        scaling.targetTracking().stream().map(policy -> TrackingPolicy.request(resourceId, policy)),
                        scaling.stepScaling().stream().map(policy -> StepPolicy.request(resourceId, policy)))
                .toList();
        return policies.isEmpty() ? Optional.empty() : Optional.of(new ScalingPolicies(resourceId, policies));
    }

    @Override
    public CompanionKind kind() {
        return CompanionKind.ScalingPolicies;
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public Operation look() {
        return Operation.DESCRIBE_SCALING_POLICIES;
    }

    @Override
    public Sight see(Aws aws, Kept kept) {
        List<ScalingPolicy> live = own(aws, resourceId);
        return new Sight.Seen(
                Optional.of(resourceId),
                Stream.concat(
                                policies.stream().flatMap(policy -> put(policy, live).stream()),
                                live.stream().filter(this::isUnwanted).map(this::delete))
                        .toList());
    }

    /** Ours, on a scalable target that others may use, too. */
    static List<ScalingPolicy> own(Aws aws, String resourceId) {
        return aws.scalableTargets().policies(resourceId).stream()
                .filter(policy -> OwnNames.has(policy.policyName()))
                .toList();
    }

    private static Optional<CompanionStep> put(PutScalingPolicyRequest wanted, List<ScalingPolicy> live) {
        Optional<ScalingPolicy> same = live.stream()
                .filter(policy -> policy.policyName().equals(wanted.policyName()))
                .findFirst();
        List<Difference> differences =
                same.map(policy -> differences(wanted, policy)).orElse(List.of());
        return same.isPresent() && differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScalingStep.PutPolicy(wanted, same.isEmpty(), differences));
    }

    private static List<Difference> differences(PutScalingPolicyRequest wanted, ScalingPolicy live) {
        String declared = OwnNames.declared(wanted.policyName());
        if (!wanted.policyType().equals(live.policyType())) {
            return List.of(new Difference(
                    "scaling policy " + declared, wanted.policyTypeAsString(), live.policyTypeAsString()));
        }
        return wanted.targetTrackingScalingPolicyConfiguration() == null
                ? Members.differences(
                        "scaling.stepScaling[%s]".formatted(declared),
                        wanted.stepScalingPolicyConfiguration(),
                        StepPolicy.normal(live.stepScalingPolicyConfiguration()))
                : Members.differences(
                        "scaling.targetTracking[%s]".formatted(declared),
                        wanted.targetTrackingScalingPolicyConfiguration(),
                        TrackingPolicy.normal(live.targetTrackingScalingPolicyConfiguration()));
    }

    private boolean isUnwanted(ScalingPolicy live) {
        return policies.stream().noneMatch(policy -> policy.policyName().equals(live.policyName()));
    }

    private CompanionStep delete(ScalingPolicy live) {
        return new ScalingStep.DeletePolicy(resourceId, live.policyName());
    }
}
