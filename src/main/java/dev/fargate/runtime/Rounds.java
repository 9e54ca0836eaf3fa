package dev.fargate.runtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done once in a while, for as long as this replica leads. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration interval;
    private final Runnable round;
    private ScheduledExecutorService timer;
    private ScheduledFuture<?> rounds;

    Rounds(String name, Duration interval, Runnable round) {
        this.name = name;
        this.interval = interval;
        this.round = round;
    }

    synchronized void start() {
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name(name).factory());
            rounds = timer.scheduleWithFixedDelay(
                    this::guarded, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    synchronized void stop() {
        if (timer != null) {
            rounds.cancel(true);
            timer.shutdown();
            timer = null;
        }
    }

    /** An exception that left a round would end all further ones. */
    private void guarded() {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("round", name).log("A round failed; the next one is in {}", interval);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
