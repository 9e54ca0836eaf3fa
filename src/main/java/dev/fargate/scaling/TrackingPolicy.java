package dev.fargate.scaling;

import dev.fargate.api.TargetTracking;
import dev.fargate.api.TargetTracking.CustomizedMetric;
import java.util.Comparator;
import java.util.Objects;
import software.amazon.awssdk.services.applicationautoscaling.model.CustomizedMetricSpecification;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** A target tracking policy as a request. */
final class TrackingPolicy {
    /** Of ECS services (user guide, "Define cooldown periods"). */
    private static final int COOLDOWN = 300;

    private TrackingPolicy() {}

    static PutScalingPolicyRequest request(String resourceId, TargetTracking policy) {
        return PutScalingPolicyRequest.builder()
                .serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(resourceId)
                .policyName(OwnNames.of(policy.name()))
                .policyType(PolicyType.TARGET_TRACKING_SCALING)
                .targetTrackingScalingPolicyConfiguration(normal(configuration(policy)))
                .build();
    }

    private static TargetTrackingScalingPolicyConfiguration configuration(TargetTracking policy) {
        TargetTrackingScalingPolicyConfiguration.Builder builder = TargetTrackingScalingPolicyConfiguration.builder()
                .targetValue(policy.targetValue())
                .scaleInCooldown(policy.scaleInCooldown())
                .scaleOutCooldown(policy.scaleOutCooldown())
                .disableScaleIn(policy.disableScaleIn());
        if (policy.predefinedMetricType() != null) {
            builder.predefinedMetricSpecification(metric -> metric.predefinedMetricType(
                            policy.predefinedMetricType().name())
                    .resourceLabel(policy.resourceLabel()));
        }
        if (policy.customizedMetricSpecification() != null) {
            builder.customizedMetricSpecification(metric(policy.customizedMetricSpecification()));
        }
        return builder.build();
    }

    private static CustomizedMetricSpecification metric(CustomizedMetric metric) {
        return CustomizedMetricSpecification.builder()
                .namespace(metric.namespace())
                .metricName(metric.metricName())
                .dimensions(metric.dimensions().stream()
                        .map(dimension -> MetricDimension.builder()
                                .name(dimension.name())
                                .value(dimension.value())
                                .build())
                        .toList())
                .statistic(metric.statistic().name())
                .unit(metric.unit())
                .build();
    }

    /** With what AWS takes for granted, and dimensions in one order. */
    static TargetTrackingScalingPolicyConfiguration normal(TargetTrackingScalingPolicyConfiguration given) {
        return given.copy(policy -> {
            policy.scaleInCooldown(Objects.requireNonNullElse(given.scaleInCooldown(), COOLDOWN))
                    .scaleOutCooldown(Objects.requireNonNullElse(given.scaleOutCooldown(), COOLDOWN))
                    .disableScaleIn(Boolean.TRUE.equals(given.disableScaleIn()));
            CustomizedMetricSpecification metric = given.customizedMetricSpecification();
            if (metric != null && metric.hasDimensions()) {
                policy.customizedMetricSpecification(
                        metric.copy(sorted -> sorted.dimensions(metric.dimensions().stream()
                                .sorted(Comparator.comparing(MetricDimension::name))
                                .toList())));
            }
        });
    }
}
