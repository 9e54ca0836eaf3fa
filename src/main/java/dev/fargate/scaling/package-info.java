/**
 * Application Auto Scaling of a service: {@code ScalableService} is the companion that holds its bounds, {@code ScalingPolicies} and
 * {@code ScheduledActions} hold what moves the count within them; each has its end. Pure.
 */
package dev.fargate.scaling;
