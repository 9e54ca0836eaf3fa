package dev.fargate.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** When this process asked ECS last for the tasks of each schedule. */
final class Looks {
    private final ConcurrentMap<String, Instant> last = new ConcurrentHashMap<>();

    Optional<Instant> last(String uid) {
        return Optional.ofNullable(last.get(uid));
    }

    void looked(String uid, Instant at) {
        last.put(uid, at);
    }

    void forget(String uid) {
        last.remove(uid);
    }
}
