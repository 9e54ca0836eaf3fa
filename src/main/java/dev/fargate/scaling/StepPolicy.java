package dev.fargate.scaling;

import dev.fargate.api.StepScaling;
import java.util.Objects;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricAggregationType;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.applicationautoscaling.model.StepScalingPolicyConfiguration;

/** A step scaling policy as a request. */
final class StepPolicy {
    /** API reference, StepScalingPolicyConfiguration. */
    private static final int COOLDOWN = 300;

    private StepPolicy() {}

    static PutScalingPolicyRequest request(String resourceId, StepScaling policy) {
        return PutScalingPolicyRequest.builder()
                .serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(resourceId)
                .policyName(OwnNames.ofStep(policy.name()))
                .policyType(PolicyType.STEP_SCALING)
                .stepScalingPolicyConfiguration(normal(StepScalingPolicyConfiguration.builder()
                        .adjustmentType(policy.adjustmentType().name())
                        .stepAdjustments(policy.stepAdjustments().stream()
                                .map(step -> StepAdjustment.builder()
                                        .metricIntervalLowerBound(step.metricIntervalLowerBound())
                                        .metricIntervalUpperBound(step.metricIntervalUpperBound())
                                        .scalingAdjustment(step.scalingAdjustment())
                                        .build())
                                .toList())
                        .minAdjustmentMagnitude(policy.minAdjustmentMagnitude())
                        .cooldown(policy.cooldown())
                        .metricAggregationType(
                                policy.metricAggregationType() == null
                                        ? null
                                        : policy.metricAggregationType().name())
                        .build()))
                .build();
    }

    /** With what AWS takes for granted. */
    static StepScalingPolicyConfiguration normal(StepScalingPolicyConfiguration given) {
        return given.copy(policy -> policy.cooldown(Objects.requireNonNullElse(given.cooldown(), COOLDOWN))
                .metricAggregationType(
                        Objects.requireNonNullElse(given.metricAggregationType(), MetricAggregationType.AVERAGE)));
    }
}
