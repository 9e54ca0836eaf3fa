package dev.fargate.simulator.fault;

/**
 * A fault as the control API lists it.
 *
 * @param matched how many calls it was about
 * @param struck how many of them it disturbed
 * @param holding how many calls it holds now
 */
public record FaultReport(int id, Fault fault, int matched, int struck, int holding) {}
