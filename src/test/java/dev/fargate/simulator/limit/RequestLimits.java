package dev.fargate.simulator.limit;

import dev.fargate.simulator.wire.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Admits or refuses ECS calls by their buckets. Switched off it admits all and counts nothing. */
public final class RequestLimits {
    private final LongSupplier nanoTime;
    private final Map<Key, TokenBucket> buckets = new ConcurrentHashMap<>();
    private volatile boolean on;

    /**
     * Limits that are on or off from the start.
     *
     * @param nanoTime a monotonic clock such as {@link System#nanoTime}
     */
    public RequestLimits(boolean on, LongSupplier nanoTime) {
        this.on = on;
        this.nanoTime = nanoTime;
    }

    public boolean admits(Caller caller, String operation) {
        return !on
                || Category.of(operation)
                        .map(category -> take(caller, category, 1))
                        .orElse(true);
    }

    /** Whether Fargate takes one more call of RunTask, and so many tasks by it. */
    public boolean admitsLaunch(Caller caller, int tasks) {
        return !on || (take(caller, Category.FARGATE_RUN_TASK, 1) && take(caller, Category.FARGATE_LAUNCH, tasks));
    }

    private boolean take(Caller caller, Category category, int tokens) {
        long now = nanoTime.getAsLong();
        return buckets.computeIfAbsent(
                        new Key(caller.accountId(), caller.region(), category), _ -> new TokenBucket(category, now))
                .take(now, tokens);
    }

    public boolean isOn() {
        return on;
    }

    public void switchTo(boolean limited) {
        on = limited;
    }

    /** Full buckets, and nothing counted. */
    public void reset() {
        buckets.clear();
    }

    public List<BucketUse> usage() {
        return buckets.entrySet().stream()
                .map(entry -> {
                    TokenBucket.Usage usage = entry.getValue().usage();
                    Key key = entry.getKey();
                    return new BucketUse(
                            key.accountId, key.region, key.category, usage.admitted(), usage.refused(), usage.tokens());
                })
                .sorted(Comparator.comparing(BucketUse::accountId)
                        .thenComparing(BucketUse::region)
                        .thenComparing(BucketUse::category))
                .toList();
    }

    /** One bucket's use so far. */
    public record BucketUse(
            String accountId, String region, Category category, long admitted, long refused, double tokens) {}

    private record Key(String accountId, String region, Category category) {}
}
