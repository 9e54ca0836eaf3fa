package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.ScalableTargets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

record AutoScalingTargets(Supplier<ApplicationAutoScalingClient> scaling) implements ScalableTargets {

    @Override
    public Optional<ScalableTarget> describe(String resourceId) {
        return call("application-autoscaling:DescribeScalableTargets", () -> scaling.get()
                        .describeScalableTargets(request -> request.serviceNamespace(ServiceNamespace.ECS)
                                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                                .resourceIds(resourceId)))
                .scalableTargets()
                .stream()
                .findFirst();
    }

    @Override
    public void register(RegisterScalableTargetRequest target) {
        call("application-autoscaling:RegisterScalableTarget", () -> scaling.get()
                .registerScalableTarget(target));
    }

    @Override
    public List<ScalingPolicy> policies(String resourceId) {
        return call("application-autoscaling:DescribeScalingPolicies", () -> scaling
                .get()
                .describeScalingPoliciesPaginator(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                        .resourceId(resourceId))
                .scalingPolicies()
                .stream()
                .toList());
    }

    @Override
    public void putPolicy(PutScalingPolicyRequest policy) {
        call("application-autoscaling:PutScalingPolicy", () -> scaling.get().putScalingPolicy(policy));
    }

    @Override
    public void deletePolicy(String resourceId, String name) {
        found("application-autoscaling:DeleteScalingPolicy", () -> scaling.get()
                .deleteScalingPolicy(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                        .resourceId(resourceId)
                        .policyName(name)));
    }

    @Override
    public List<ScheduledAction> scheduledActions(String resourceId) {
        return call("application-autoscaling:DescribeScheduledActions", () -> scaling
                .get()
                .describeScheduledActionsPaginator(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                        .resourceId(resourceId))
                .scheduledActions()
                .stream()
                .toList());
    }

    @Override
    public void putScheduledAction(PutScheduledActionRequest action) {
        call("application-autoscaling:PutScheduledAction", () -> scaling.get().putScheduledAction(action));
    }

    @Override
    public void deleteScheduledAction(String resourceId, String name) {
        found("application-autoscaling:DeleteScheduledAction", () -> scaling.get()
                .deleteScheduledAction(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                        .resourceId(resourceId)
                        .scheduledActionName(name)));
    }

    @Override
    public void deregister(String resourceId) {
        found("application-autoscaling:DeregisterScalableTarget", () -> scaling.get()
                .deregisterScalableTarget(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                        .resourceId(resourceId)));
    }
}
