package dev.fargate.aws.sdk;

import static dev.fargate.aws.sdk.Calls.call;
import static dev.fargate.aws.sdk.Calls.found;

import dev.fargate.aws.ScalableTargets;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
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
    public void deregister(String resourceId) {
        found("application-autoscaling:DeregisterScalableTarget", () -> scaling.get()
                .deregisterScalableTarget(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                        .resourceId(resourceId)));
    }
}
