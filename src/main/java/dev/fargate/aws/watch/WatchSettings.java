package dev.fargate.aws.watch;

import java.time.Duration;

/**
 * How services are looked at.
 *
 * @param sweep each service is seen at least so often, unless that takes more than {@code sweepShare}
 * @param announcedSweep the same for a cluster whose changes are announced: a sweep then sees only what no announcement tells
 * @param join how long a look that was asked for waits for others to fill its batch
 * @param grid looks asked for far ahead ({@link #FAR}) are put off to the next multiple of this, so that they share batches
 * @param callsInFlight at most so many calls at once for one scope
 * @param shares of AWS's bucket for reads of services
 */
public record WatchSettings(
        Duration sweep, Duration announcedSweep, Duration join, Duration grid, int callsInFlight, Shares shares) {
    /** A look further ahead than this may be put off to the grid. */
    static final Duration FAR = Duration.ofSeconds(10);

    /** A sweep a minute, or every ten where changes are announced, 250 ms to fill a batch, polls every 5 s, 4 calls at once, 95 % of the bucket and a quarter of it for sweeps. */
    public static WatchSettings defaults() {
        return new WatchSettings(
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofMillis(250),
                Duration.ofSeconds(5),
                4,
                new Shares(0.95, 0.25));
    }

    /** The same with another rhythm and another share of the bucket. */
    public WatchSettings with(Duration otherSweep, Duration otherAnnouncedSweep, double all) {
        return new WatchSettings(
                otherSweep, otherAnnouncedSweep, join, grid, callsInFlight, new Shares(all, shares.sweeps()));
    }

    /**
     * Shares of a request bucket.
     *
     * @param all of AWS's bucket that the operator may use
     * @param sweeps of AWS's bucket that looks may use that nobody asked for
     */
    public record Shares(double all, double sweeps) {}
}
