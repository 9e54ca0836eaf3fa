/**
 * The services beside ECS: passed on to moto, corrected where moto answers what AWS would not.
 *
 * <p>A correction is a {@link dev.fargate.simulator.moto.MotoFilter}; what ECS's domain asks of its neighbours is answered
 * from cached look-ups, and what it tells them goes out in batches. Knows moto; knows nothing of deployments and tasks.
 */
package dev.fargate.simulator.moto;
