package dev.fargate.simulator.ecs;

import java.time.Instant;

/** The simulator's time, real or virtual; it never goes back. */
@FunctionalInterface
public interface SimulatorClock {
    Instant now();
}
