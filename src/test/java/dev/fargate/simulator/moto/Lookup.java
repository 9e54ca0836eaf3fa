package dev.fargate.simulator.moto;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One kind of thing that lives in moto, remembered for a few seconds.
 *
 * <p>The first question about a place lists all; later an unknown or outdated id is asked for alone, so that thousands of
 * things made one by one are not listed thousands of times. What is not there is not remembered: it may be made at once.
 */
final class Lookup<V> {
    private static final long LIFE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Source<V> source;
    private final Map<Key, Known<V>> known = new ConcurrentHashMap<>();
    private final Map<Place, Boolean> listed = new ConcurrentHashMap<>();
    private volatile long validFrom = System.nanoTime();

    Lookup(Source<V> source) {
        this.source = source;
    }

    Optional<V> find(Place place, String id) {
        Known<V> entry = known.get(new Key(place, id));
        if (entry != null && isFresh(entry)) {
            return Optional.of(entry.value);
        }
        boolean first = listed.putIfAbsent(place, true) == null;
        long askedAt = System.nanoTime();
        Map<String, V> found = source.fetch(place, first ? Optional.empty() : Optional.of(id));
        found.forEach((key, value) -> known.put(new Key(place, key), new Known<>(value, askedAt)));
        if (!found.containsKey(id)) {
            known.remove(new Key(place, id));
        }
        return Optional.ofNullable(found.get(id));
    }

    /** Everything is asked for again when it is needed next. */
    void invalidate() {
        validFrom = System.nanoTime();
    }

    private boolean isFresh(Known<V> entry) {
        return entry.askedAt - validFrom >= 0 && System.nanoTime() - entry.askedAt < LIFE_NANOS;
    }

    /** Asks moto for all things of a place, or for the one with this id. */
    interface Source<V> {
        Map<String, V> fetch(Place place, Optional<String> id);
    }

    private record Key(Place place, String id) {}

    private record Known<V>(V value, long askedAt) {}
}
