/** The operations that tag anything. */
package dev.fargate.simulator.ecs.tag;
