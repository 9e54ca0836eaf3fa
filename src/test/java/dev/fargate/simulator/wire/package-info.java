/**
 * What travels through the simulator: requests, replies, and whom a request says it is from.
 *
 * <p>Knows AWS's protocols well enough to name the operation of a request and to phrase an error; knows no service.
 */
package dev.fargate.simulator.wire;
