/**
 * What the operator costs and how fast it is: against a real API server and the simulated AWS, as its own process with the flags of its
 * image. {@code operator/bench} runs it.
 */
package dev.fargate.bench;
