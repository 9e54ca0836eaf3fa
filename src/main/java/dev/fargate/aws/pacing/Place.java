package dev.fargate.aws.pacing;

import dev.fargate.aws.Operation;
import dev.fargate.aws.Ticket;
import java.time.Instant;

/** One holder's place in a queue. */
final class Place {
    private final Holder holder;
    private final Ticket.Priority priority;
    private final int tickets;
    private final double turn;
    private final Instant since;
    private Instant kept;
    private boolean gone;

    Place(Holder holder, Ticket.Priority priority, int tickets, double turn, Instant since) {
        this.holder = holder;
        this.priority = priority;
        this.tickets = tickets;
        this.turn = turn;
        this.since = since;
        this.kept = since;
    }

    Holder holder() {
        return holder;
    }

    Ticket.Priority priority() {
        return priority;
    }

    /** How many it is for. */
    int tickets() {
        return tickets;
    }

    /** Earlier turns go first. */
    double turn() {
        return turn;
    }

    Instant since() {
        return since;
    }

    /** Until when the place is kept for a holder that does not come back. */
    Instant kept() {
        return kept;
    }

    void keep(Instant until) {
        kept = until;
    }

    boolean gone() {
        return gone;
    }

    void leave() {
        gone = true;
    }

    /** Who waits, and for what. */
    record Holder(String name, Operation operation) {}
}
