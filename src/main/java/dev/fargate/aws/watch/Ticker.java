package dev.fargate.aws.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A thread that makes the calls that are due, and sleeps until the next are or somebody asks for one. */
final class Ticker {
    private final String name;
    private final InstantSource clock;
    private final Function<Instant, Optional<Instant>> calls;
    private volatile Thread thread;
    private volatile Instant next = Instant.MIN;

    /**
     * Stands still.
     *
     * @param calls makes those that are due at a time, and says when to ask again; empty: not before a {@link #tick}
     */
    Ticker(String name, InstantSource clock, Function<Instant, Optional<Instant>> calls) {
        this.name = name;
        this.clock = clock;
        this.calls = calls;
    }

    /** Does nothing if it runs. */
    synchronized void start() {
        if (thread == null) {
            // Known before it runs: a thread that does not find itself here takes itself for stopped.
            thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
            thread.start();
        }
    }

    /** Begins no further call. */
    synchronized void stop() {
        Thread stopped = thread;
        if (stopped == null) {
            return;
        }
        thread = null;
        LockSupport.unpark(stopped);
        try {
            stopped.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean runs() {
        return thread != null;
    }

    /** Something may be due at {@code at}. */
    void tick(Instant at) {
        if (at.isBefore(next)) {
            tick();
        }
    }

    /** Something may be due. */
    void tick() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (Thread.currentThread() == thread) {
            // Until the next time is known, whoever asks wakes this thread; so no question is slept through.
            next = Instant.MAX;
            next = calls.apply(clock.instant()).orElse(Instant.MAX);
            park();
        }
    }

    private void park() {
        if (Thread.currentThread() != thread) {
            return;
        }
        if (next.equals(Instant.MAX)) {
            LockSupport.park();
        } else {
            LockSupport.parkNanos(
                    Math.max(1, Duration.between(clock.instant(), next).toNanos()));
        }
    }
}
