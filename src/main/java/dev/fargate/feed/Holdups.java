package dev.fargate.feed;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.engine.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Feeds that did not get on, and from when on they are tried again: environments take turns more often than that. */
final class Holdups {
    private final ConcurrentMap<String, Holdup> holdups = new ConcurrentHashMap<>();

    void hold(FargateEnvironment resource, Problem problem, Instant until) {
        holdups.put(resource.getMetadata().getUid(), new Holdup(problem, Occasion.of(resource), until));
    }

    /** What still holds up the feed of an environment. */
    Optional<Holdup> of(FargateEnvironment resource, Instant now) {
        return Optional.ofNullable(holdups.get(resource.getMetadata().getUid()))
                .filter(holdup -> holdup.occasion().equals(Occasion.of(resource)))
                .filter(holdup -> holdup.until().isAfter(now));
    }

    void clear(String uid) {
        holdups.remove(uid);
    }

    /**
     * A feed that did not get on.
     *
     * @param until when it is tried again, unless there is an occasion before
     */
    record Holdup(Problem problem, Occasion occasion, Instant until) {
        Duration left(Instant now) {
            return Duration.between(now, until);
        }
    }
}
