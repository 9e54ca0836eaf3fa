/**
 * The ECS that tests, the local environment and the bench talk to: the service's domain without its transport.
 *
 * <p>{@link dev.fargate.simulator.ecs.EcsApi} answers one operation at a time, in the JSON of ECS's protocol; everything
 * ECS asks of its neighbours (subnets, roles, target groups, events) goes out through {@link
 * dev.fargate.simulator.ecs.Surroundings}. Time comes from a {@link dev.fargate.simulator.ecs.SimulatorClock}, and
 * progress is computed from it when somebody looks. Nothing here knows HTTP, moto or the product.
 */
package dev.fargate.simulator.ecs;
