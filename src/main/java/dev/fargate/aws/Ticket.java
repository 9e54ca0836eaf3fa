package dev.fargate.aws;

import java.time.Instant;

/** Leave for one write, or the time at which to ask again. */
public sealed interface Ticket {

    /** Go ahead with exactly one call. */
    record Granted() implements Ticket {}

    /** Not before {@code until}; the place in the queue is kept. */
    record Wait(Instant until) implements Ticket {}

    /**
     * The order in which tickets of one bucket are given out; within one priority first come, first served. While both wait, a priority
     * gets four tickets for one of the next lower, so that nothing waits for ever.
     */
    enum Priority {
        DELETE_OR_SCALE,
        UPDATE,
        CREATE,
        DEREGISTER
    }
}
