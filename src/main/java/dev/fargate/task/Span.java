package dev.fargate.task;

import java.time.Instant;
import java.util.Optional;

/**
 * The times of a run.
 *
 * @param started when the first task was asked for since the run began or was resumed
 * @param completed when it ended; it is never run again
 * @param retryAt before which no other task is started
 */
record Span(Optional<Instant> started, Optional<Instant> completed, Optional<Instant> retryAt) {
    static final Span NONE = new Span(Optional.empty(), Optional.empty(), Optional.empty());

    Span starting(Instant now) {
        return new Span(Optional.of(started.orElse(now)), completed, Optional.empty());
    }

    Span completed(Instant now) {
        return new Span(started, Optional.of(now), Optional.empty());
    }

    Span retrying(Optional<Instant> at) {
        return new Span(started, completed, at);
    }

    /** A resumed run begins anew as far as its deadline goes. */
    Span suspended() {
        return new Span(Optional.empty(), completed, retryAt);
    }
}
