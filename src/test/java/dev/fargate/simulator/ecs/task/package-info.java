/**
 * Tasks: from PROVISIONING to STOPPED, and what an image's tag makes of them.
 *
 * <p>The tag of a container's image chooses its fate; {@link dev.fargate.simulator.ecs.task.ImageTags} is the table:
 *
 * <ul>
 *   <li>{@code :fail-pull}, {@code :fail-pull-timeout}, {@code :fail-pull-denied} cannot be pulled;
 *   <li>{@code :fail-secret}, {@code :fail-log-group}, {@code :fail-disk} and so on do not start for other reasons: {@link
 *       dev.fargate.simulator.ecs.task.StartFailures};
 *   <li>{@code :exit-N} exits with N soon after RUNNING ({@code :exit-0} is a job that succeeds);
 *   <li>{@code :oom} is killed for its memory soon after RUNNING;
 *   <li>{@code :unhealthy} fails its container health check, if it declares one;
 *   <li>{@code :elb-unhealthy} never answers the load balancer, if its service has one;
 *   <li>{@code :slow} takes ten times as long to start;
 *   <li>a command that ends with {@code exit N}, as that of a shell may, exits with N ({@link
 *       dev.fargate.simulator.ecs.task.Commands});
 *   <li>everything else runs until somebody stops it.
 * </ul>
 *
 * <p>Nothing here knows services: whoever starts a task is its {@link dev.fargate.simulator.ecs.task.TaskOwner}.
 */
package dev.fargate.simulator.ecs.task;
