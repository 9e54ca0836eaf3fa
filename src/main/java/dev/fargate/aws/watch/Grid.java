package dev.fargate.aws.watch;

import java.time.Duration;
import java.time.Instant;

/** Common times for looks far ahead, so that the polls of many rollouts travel together. */
final class Grid {
    private Grid() {}

    /** The next multiple of the grid, if the time is far ahead; the time itself otherwise. */
    static Instant align(Instant at, Instant now, Duration grid) {
        if (grid.isZero() || at.isBefore(now.plus(WatchSettings.FAR))) {
            return at;
        }
        long step = grid.toMillis();
        long past = Math.floorMod(at.toEpochMilli(), step);
        return past == 0 ? at : Instant.ofEpochMilli(at.toEpochMilli() + step - past);
    }
}
