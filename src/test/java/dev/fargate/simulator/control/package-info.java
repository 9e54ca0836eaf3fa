/** The control API under {@code /_simulator/}; the paths are documented in {@link dev.fargate.simulator}. */
package dev.fargate.simulator.control;
