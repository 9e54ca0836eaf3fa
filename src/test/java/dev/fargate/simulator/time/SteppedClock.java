package dev.fargate.simulator.time;

import dev.fargate.simulator.ecs.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Time that somebody moves: on its own besides (real), or not at all otherwise (virtual). */
public final class SteppedClock implements SimulatorClock {
    private final boolean running;
    private final long startedAtNanos = System.nanoTime();
    private final AtomicReference<Instant> origin;

    private SteppedClock(boolean running, Instant start) {
        this.running = running;
        // ECS's timestamps have milliseconds.
        this.origin = new AtomicReference<>(start.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Starts at this moment and goes on with real time. */
    public static SteppedClock real() {
        return new SteppedClock(true, Instant.now());
    }

    /** Starts at this moment and stands still. */
    public static SteppedClock virtual() {
        return new SteppedClock(false, Instant.now());
    }

    @Override
    public Instant now() {
        Instant base = origin.get();
        // Not Instant.now(): the machine's clock may be set back.
        return running ? base.plusMillis((System.nanoTime() - startedAtNanos) / 1_000_000) : base;
    }

    public boolean isRunning() {
        return running;
    }

    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("The simulator's time does not go back: " + step);
        }
        origin.updateAndGet(base -> base.plus(step));
    }
}
