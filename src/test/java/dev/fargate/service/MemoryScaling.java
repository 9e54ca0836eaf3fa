package dev.fargate.service;

import dev.fargate.aws.ScalableTargets;
import dev.fargate.plans.GoldenCase;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** Application Auto Scaling for one turn of one service, as the case gives it. */
record MemoryScaling(GoldenCase golden, MemoryEcs ecs) implements ScalableTargets {
    private static final String SERVICE = "application-autoscaling:";

    @Override
    public Optional<ScalableTarget> describe(String resourceId) {
        return ecs.answer(SERVICE + "DescribeScalableTargets", resourceId, () -> golden.readIfThere(
                        "in-scalable-target.json", ScalableTarget.serializableBuilderClass())
                .map(ScalableTarget.Builder::build));
    }

    @Override
    public void register(RegisterScalableTargetRequest target) {
        ecs.answer(
                SERVICE + "RegisterScalableTarget",
                "%s %d-%d%s"
                        .formatted(
                                target.resourceId(),
                                target.minCapacity(),
                                target.maxCapacity(),
                                target.suspendedState().dynamicScalingOutSuspended() ? " suspended" : ""),
                () -> true);
    }

    @Override
    public List<ScalingPolicy> policies(String resourceId) {
        return ecs.answer(SERVICE + "DescribeScalingPolicies", resourceId, () -> golden.readIfThere(
                        "in-scaling-policies.json", DescribeScalingPoliciesResponse.serializableBuilderClass())
                .map(reply -> reply.build().scalingPolicies())
                .orElse(List.of()));
    }

    @Override
    public void putPolicy(PutScalingPolicyRequest policy) {
        ecs.answer(SERVICE + "PutScalingPolicy", policy.policyName(), () -> true);
    }

    @Override
    public void deletePolicy(String resourceId, String name) {
        ecs.answer(SERVICE + "DeleteScalingPolicy", name, () -> true);
    }

    @Override
    public List<ScheduledAction> scheduledActions(String resourceId) {
        return ecs.answer(SERVICE + "DescribeScheduledActions", resourceId, () -> golden.readIfThere(
                        "in-scheduled-actions.json", DescribeScheduledActionsResponse.serializableBuilderClass())
                .map(reply -> reply.build().scheduledActions())
                .orElse(List.of()));
    }

    @Override
    public void putScheduledAction(PutScheduledActionRequest action) {
        ecs.answer(SERVICE + "PutScheduledAction", action.scheduledActionName(), () -> true);
    }

    @Override
    public void deleteScheduledAction(String resourceId, String name) {
        ecs.answer(SERVICE + "DeleteScheduledAction", name, () -> true);
    }

    @Override
    public void deregister(String resourceId) {
        ecs.answer(SERVICE + "DeregisterScalableTarget", resourceId, () -> true);
    }
}
