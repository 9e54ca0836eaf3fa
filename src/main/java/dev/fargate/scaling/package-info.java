/** Application Auto Scaling of a service: {@code ScalableService} is the companion that holds its bounds, {@code ScalingEnd} its end. Pure. */
package dev.fargate.scaling;
