/** Clusters, and the estate of one account in one region: everything that ECS keeps there. */
package dev.fargate.simulator.ecs.cluster;
