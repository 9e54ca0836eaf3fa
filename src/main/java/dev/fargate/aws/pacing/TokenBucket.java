package dev.fargate.aws.pacing;

import dev.fargate.aws.Operation;
import java.time.Duration;
import java.time.Instant;

/**
 * A share of one of AWS's request buckets. When AWS throttles all the same, somebody else uses the bucket, too: the rate is halved and
 * comes back step by step.
 */
public final class TokenBucket {
    private static final double LEAST_RATE = 0.1;
    private static final double RECOVERY_PER_SECOND = 0.01;
    private static final int HOLD_SECONDS = 10;

    /** Calls in flight are throttled together; that is one reason to slow down, not many. */
    private static final Duration ONE_EVENT = Duration.ofSeconds(2);

    /** A token that is there but for rounding. */
    private static final double ROUNDING = 1e-6;

    private static final double NANOS = 1e9;

    private final double capacity;
    private final double fullRate;
    private double tokens;
    private double factor = 1;
    private Instant seen;
    private Instant throttled = Instant.MIN;
    private Instant recoversFrom = Instant.MIN;

    /**
     * A full bucket.
     *
     * @param share of AWS's bucket that is ours, above 0
     */
    public TokenBucket(Operation.Category category, double share, Instant now) {
        capacity = Math.max(1, category.burst() * share);
        fullRate = category.refillPerSecond() * share;
        tokens = capacity;
        seen = now;
    }

    /** How many calls may be made now. */
    public int available(Instant now) {
        fill(now);
        return (int) Math.max(0, Math.floor(tokens + ROUNDING));
    }

    /** The most that are ever there. */
    int most() {
        return (int) Math.floor(capacity + ROUNDING);
    }

    public void take(Instant now) {
        take(1, now);
    }

    /** Takes more than are there, too: those are lacking afterwards. */
    void take(int taken, Instant now) {
        fill(now);
        tokens -= taken;
    }

    /**
     * When so many tokens are there, if nobody takes one before; at the full rate beyond the near future, as a halved rate will have come
     * back by then.
     */
    public Instant until(int wanted, Instant now) {
        fill(now);
        double lacking = Math.max(0, wanted - tokens);
        double seconds = Math.min(lacking / (fullRate * factor), Math.max(HOLD_SECONDS, lacking / fullRate));
        return now.plusNanos((long) Math.ceil(seconds * NANOS));
    }

    /** AWS throttled a call of this bucket. */
    public void throttled(Instant now) {
        fill(now);
        tokens = Math.min(tokens, 0);
        recoversFrom = now.plusSeconds(HOLD_SECONDS);
        if (throttled.equals(Instant.MIN) || !now.isBefore(throttled.plus(ONE_EVENT))) {
            throttled = now;
            factor = Math.max(LEAST_RATE, factor / 2);
        }
    }

    /** The part of the full rate that is given out now: 1 unless AWS throttled. */
    public double factor(Instant now) {
        fill(now);
        return factor;
    }

    private void fill(Instant now) {
        if (!now.isAfter(seen)) {
            return;
        }
        Instant recovering = recoversFrom.isAfter(seen) ? earlier(recoversFrom, now) : seen;
        gain(seconds(seen, recovering) * factor);
        if (factor < 1) {
            recover(seconds(recovering, now));
        } else {
            gain(seconds(recovering, now));
        }
        seen = now;
    }

    private void recover(double seconds) {
        double rising = Math.min(seconds, (1 - factor) / RECOVERY_PER_SECOND);
        double before = factor;
        factor = Math.min(1, before + rising * RECOVERY_PER_SECOND);
        gain(rising * (before + factor) / 2 + (seconds - rising));
    }

    private void gain(double secondsAtFullRate) {
        tokens = Math.min(capacity, tokens + secondsAtFullRate * fullRate);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / NANOS;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
