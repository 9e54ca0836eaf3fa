/** The simulator's time, and what happens as it passes. */
package dev.fargate.simulator.time;
