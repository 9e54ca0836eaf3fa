/**
 * Application Auto Scaling of a service: {@code ServiceScaling} says what it comes to. {@code ScalableService} is the companion that holds
 * the bounds; {@code ScalingPolicies}, {@code StepAlarms} and {@code ScheduledActions} hold what moves the count within them. Pure.
 */
package dev.fargate.scaling;
