package dev.fargate.simulator.limit;

/** A bucket that holds {@code burst} tokens at most and gains {@code refill} a second. */
final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Category category;
    private double tokens;
    private long filledAt;
    private long admitted;
    private long refused;

    TokenBucket(Category category, long nanoTime) {
        this.category = category;
        this.tokens = category.burst();
        this.filledAt = nanoTime;
    }

    /** Takes as many tokens, if they are there at this time. */
    synchronized boolean take(long nanoTime, int wanted) {
        long passed = Math.max(0, nanoTime - filledAt);
        tokens = Math.min(category.burst(), tokens + passed / NANOS_PER_SECOND * category.refillPerSecond());
        filledAt += passed;
        if (tokens < wanted) {
            refused++;
            return false;
        }
        tokens -= wanted;
        admitted++;
        return true;
    }

    synchronized Usage usage() {
        return new Usage(admitted, refused, tokens);
    }

    /** What went through a bucket, what did not, and what was left in it after the last call. */
    record Usage(long admitted, long refused, double tokens) {}
}
