package dev.fargate.turn;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What a look did not find although it is on record: an empty or partial reply is no deletion. It is believed when a later look misses
 * the same.
 */
public final class Doubts {
    /** Between the two looks. */
    public static final Duration CONFIRMATION = Duration.ofSeconds(15);

    private final InstantSource time;
    private final Duration confirmation;
    private final ConcurrentMap<String, Doubt> doubts = new ConcurrentHashMap<>();

    public Doubts(InstantSource time) {
        this(time, CONFIRMATION);
    }

    /**
     * With another time between the two looks.
     *
     * @param confirmation after which what is still missing is believed to be gone
     */
    public Doubts(InstantSource time, Duration confirmation) {
        this.time = time;
        this.confirmation = confirmation;
    }

    /** Whether what is missing now must be looked for once more. */
    public boolean open(String subject, Set<String> missing) {
        Instant now = time.instant();
        Doubt doubt = doubts.compute(
                subject,
                (key, before) -> missing.isEmpty()
                        ? null
                        : before != null && before.missing().equals(missing) ? before : new Doubt(missing, now));
        return doubt != null && Duration.between(doubt.since(), now).compareTo(confirmation) < 0;
    }

    public void forget(String subject) {
        doubts.remove(subject);
    }

    private record Doubt(Set<String> missing, Instant since) {}
}
