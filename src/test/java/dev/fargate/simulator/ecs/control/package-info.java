/**
 * What stands above one realm's resources: the table of operations, the commands by which a test plays somebody else,
 * and the listing of everything.
 */
package dev.fargate.simulator.ecs.control;
