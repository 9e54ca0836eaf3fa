package dev.fargate.feed;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a queue can be read. One failure that passes by itself is no failure of the feed: messages wait in the queue meanwhile.
 *
 * @param since when it began to work; empty while it does not, or before the first reply
 * @param failures in a row
 * @param error the last of them
 */
record FeedHealth(Optional<Instant> since, int failures, Optional<AwsException> error) {
    private static final int TOO_MANY = 2;
    private static final int DOUBLINGS = 5;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    static FeedHealth unknown() {
        return new FeedHealth(Optional.empty(), 0, Optional.empty());
    }

    FeedHealth succeeded(Instant now) {
        return new FeedHealth(since.or(() -> Optional.of(now)), 0, Optional.empty());
    }

    FeedHealth failed(AwsException e) {
        boolean passes = e.errorClass() == ErrorClass.TRANSIENT || e.errorClass() == ErrorClass.THROTTLED;
        boolean bearable = passes && failures + 1 < TOO_MANY;
        return new FeedHealth(bearable ? since : Optional.empty(), failures + 1, Optional.of(e));
    }

    boolean works() {
        return since.isPresent();
    }

    /** Whether it has worked so long that everything was compared with AWS since: what went by before that is known. */
    boolean settled(Instant now, Duration sweep) {
        return since.filter(began -> !began.plus(sweep).isAfter(now)).isPresent();
    }

    /** How long to wait before the next try: none after a success, then 1 s, doubling to 30 s. */
    Duration delay() {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(failures - 1, DOUBLINGS));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
