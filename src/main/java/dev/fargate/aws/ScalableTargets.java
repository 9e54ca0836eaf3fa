package dev.fargate.aws;

import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/** Application Auto Scaling's hold on ECS services: namespace {@code ecs}, dimension {@code ecs:service:DesiredCount}. */
public interface ScalableTargets {

    /**
     * DescribeScalableTargets.
     *
     * @param resourceId {@code service/<cluster>/<service>}
     */
    Optional<ScalableTarget> describe(String resourceId);

    /** RegisterScalableTarget: makes it, or changes what is given. A count outside of its bounds is brought within them. */
    void register(RegisterScalableTargetRequest target);

    /** DeregisterScalableTarget, with its policies and scheduled actions; one that is gone is no error. */
    void deregister(String resourceId);
}
