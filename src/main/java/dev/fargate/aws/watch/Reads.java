package dev.fargate.aws.watch;

import dev.fargate.aws.Operation;
import dev.fargate.aws.pacing.TokenBucket;
import java.time.Duration;
import java.time.Instant;

/** The reads of services that one account and region allows, and the part of them that sweeps may take. */
final class Reads {
    private static final double NANOS = 1e9;

    private final TokenBucket bucket;
    private final Duration betweenSweepCalls;
    private Instant nextSweepCall = Instant.EPOCH;

    Reads(WatchSettings.Shares shares, Instant now) {
        bucket = new TokenBucket(Operation.Category.SERVICE_READ, shares.all(), now);
        betweenSweepCalls = Duration.ofNanos(
                (long) (NANOS / (Operation.Category.SERVICE_READ.refillPerSecond() * shares.sweeps())));
    }

    boolean free(Instant now) {
        return bucket.available(now) > 0;
    }

    boolean freeToSweep(Instant now) {
        return free(now) && !now.isBefore(nextSweepCall);
    }

    void called(Instant now) {
        bucket.take(now);
    }

    void swept(Instant now) {
        nextSweepCall = now.plus(betweenSweepCalls);
    }

    void throttled(Instant now) {
        bucket.throttled(now);
    }

    /** The least time that a sweep of so many calls takes. */
    Duration leastSweep(int calls) {
        return betweenSweepCalls.multipliedBy(calls);
    }
}
