/**
 * AWS's service model as a judge: every request and reply of ECS is held against the shapes that AWS publishes.
 *
 * <p>Shapes are compiled once; a check walks the JSON tree beside them and allocates only for what it finds. Knows no
 * operation by name and nothing of what ECS does.
 */
package dev.fargate.simulator.model;
