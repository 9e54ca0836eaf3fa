package dev.fargate.simulator.fault;

/** On which side of a call's effect a fault strikes; "after" is still before the reply. */
public enum When {
    BEFORE,
    AFTER
}
