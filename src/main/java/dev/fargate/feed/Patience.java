package dev.fargate.feed;

import dev.fargate.aws.ServiceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Trouble comes in crowds: the first word of it is followed up at once, more words ever later, until it has been quiet for a while. So a
 * service that fails without end costs no more looks than a sweep would.
 */
final class Patience {
    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int TIDY = 1_024;

    private final Map<ServiceRef, Last> lasts = new HashMap<>();

    /** When to look; empty if a look that was asked for is still to come. */
    synchronized Optional<Instant> next(ServiceRef ref, Instant now) {
        tidy(now);
        Last last = lasts.get(ref);
        if (last == null || last.isOver(now)) {
            lasts.put(ref, new Last(now, FIRST));
            return Optional.of(now);
        }
        if (last.at().isAfter(now)) {
            return Optional.empty();
        }
        Instant earliest = last.at().plus(last.gap());
        Instant at = earliest.isAfter(now) ? earliest : now;
        lasts.put(ref, last.longer(at));
        return Optional.of(at);
    }

    private void tidy(Instant now) {
        if (lasts.size() >= TIDY) {
            lasts.values().removeIf(last -> last.isOver(now));
        }
    }

    /**
     * The last look that was asked for.
     *
     * @param gap from it to the next
     */
    private record Last(Instant at, Duration gap) {
        boolean isOver(Instant now) {
            return !at.plus(gap).plus(LONGEST).isAfter(now);
        }

        Last longer(Instant next) {
            Duration doubled = gap.multipliedBy(2);
            return new Last(next, doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
        }
    }
}
