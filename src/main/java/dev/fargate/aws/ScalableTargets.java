package dev.fargate.aws;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

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

    /** DescribeScalingPolicies: all of a target; none if there is no target. */
    List<ScalingPolicy> policies(String resourceId);

    /** PutScalingPolicy: makes it, or replaces the one of its name. */
    void putPolicy(PutScalingPolicyRequest policy);

    /** DeleteScalingPolicy; one that is gone is no error. */
    void deletePolicy(String resourceId, String name);

    /** DescribeScheduledActions: all of a target; none if there is no target. */
    List<ScheduledAction> scheduledActions(String resourceId);

    /** PutScheduledAction: makes it, or changes what is given; start and end are taken away if not given. */
    void putScheduledAction(PutScheduledActionRequest action);

    /** DeleteScheduledAction; one that is gone is no error. */
    void deleteScheduledAction(String resourceId, String name);

    /** DeregisterScalableTarget, with its policies and scheduled actions; one that is gone is no error. */
    void deregister(String resourceId);
}
