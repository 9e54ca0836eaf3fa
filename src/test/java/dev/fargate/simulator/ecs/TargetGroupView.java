package dev.fargate.simulator.ecs;

/**
 * What ECS looks at in a target group before it uses it.
 *
 * @param targetType {@code ip} for awsvpc tasks; ECS refuses {@code instance} there
 * @param hasLoadBalancer whether a listener or rule forwards to the group
 */
public record TargetGroupView(String arn, String targetType, String vpcId, boolean hasLoadBalancer) {}
