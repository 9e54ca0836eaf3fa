package dev.fargate.turn;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What a person asked for with the annotation {@code fargate.dev/reconcile-at}: looks from before it was seen do not count. */
public final class Rechecks {
    private final ConcurrentMap<String, Asked> pending = new ConcurrentHashMap<>();

    /**
     * From when on a look counts; empty when nothing is pending.
     *
     * @param annotation as it stands on the resource
     * @param handled as the status echoes it
     */
    public Optional<Instant> since(String holder, Optional<String> annotation, Optional<String> handled, Instant now) {
        if (annotation.isEmpty() || annotation.equals(handled)) {
            pending.remove(holder);
            return Optional.empty();
        }
        String text = annotation.get();
        return Optional.of(pending.compute(
                        holder,
                        (key, before) -> before != null && before.text().equals(text) ? before : new Asked(text, now))
                .seen());
    }

    private record Asked(String text, Instant seen) {}
}
