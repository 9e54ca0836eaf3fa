/**
 * The one port of the simulator: what comes in, who answers it, and what is noted about it.
 *
 * <p>A call passes the faults, then ECS's domain behind its limits and its model, or moto behind its filters.
 */
package dev.fargate.simulator.door;
