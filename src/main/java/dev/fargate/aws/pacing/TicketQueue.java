package dev.fargate.aws.pacing;

import dev.fargate.aws.Ticket;
import dev.fargate.aws.Ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Who waits for one bucket. Within a priority it is first come, first served. Between priorities it is weighted fair queueing: while both
 * wait, each priority gets four turns for one of the next lower, so the urgent goes ahead and nothing starves; a deregistration gets at
 * most every fifth turn while registrations wait.
 */
final class TicketQueue {
    /** How long a place is kept for a holder that does not come back when it is due: its resource may be gone. */
    static final Duration KEPT = Duration.ofSeconds(30);

    private final TokenBucket bucket;
    private final Map<Priority, Line> lines = new EnumMap<>(Priority.class);
    private final Map<Place.Holder, Place> places = new HashMap<>();
    private final PriorityQueue<Keeping> keepings = new PriorityQueue<>(Comparator.comparing(Keeping::until));
    private double served;

    TicketQueue(TokenBucket bucket) {
        this.bucket = bucket;
        for (Priority priority : Priority.values()) {
            lines.put(priority, new Line());
        }
    }

    /** More tickets than the bucket ever holds are given out when it is full, and are paid for afterwards. */
    synchronized Turn take(Place.Holder holder, Priority priority, int tickets, Instant now) {
        letGo(now);
        Place place = place(holder, priority, tickets, now);
        int wanted = Math.min(tickets, bucket.most());
        int before = lines.values().stream()
                .mapToInt(line -> line.before(place.turn()))
                .sum();
        if (before + wanted <= bucket.available(now)) {
            bucket.take(tickets, now);
            served = Math.max(served, place.turn());
            leave(place);
            return new Turn(new Ticket.Granted(), Duration.between(place.since(), now));
        }
        Instant due = bucket.until(before + wanted, now);
        place.keep(due.plus(KEPT));
        return new Turn(new Ticket.Wait(due), Duration.between(place.since(), now));
    }

    synchronized void throttled(Instant now) {
        bucket.throttled(now);
    }

    synchronized int waiting() {
        return places.size();
    }

    synchronized double factor(Instant now) {
        return bucket.factor(now);
    }

    private Place place(Place.Holder holder, Priority priority, int tickets, Instant now) {
        Place known = places.get(holder);
        if (known != null && known.priority() == priority && known.tickets() == tickets) {
            return known;
        }
        if (known != null) {
            leave(known);
        }
        Line line = lines.get(priority);
        Place place = new Place(holder, priority, tickets, line.end(served) + cost(priority), now);
        place.keep(now.plus(KEPT));
        line.add(place);
        places.put(holder, place);
        keepings.add(new Keeping(place, place.kept()));
        return place;
    }

    /** How much further back a place is put for one more of its priority. */
    private static double cost(Priority priority) {
        return switch (priority) {
            case DELETE_OR_SCALE -> 1;
            case UPDATE -> 4;
            case CREATE -> 16;
            case DEREGISTER -> 64;
        };
    }

    private void leave(Place place) {
        lines.get(place.priority()).remove(place);
        places.remove(place.holder());
    }

    /** Each place has one keeping, which is moved on when its time comes; so no call looks at all places. */
    private void letGo(Instant now) {
        while (!keepings.isEmpty() && keepings.peek().until().isBefore(now)) {
            Place place = keepings.remove().place();
            if (place.gone()) {
                continue;
            }
            if (place.kept().isBefore(now)) {
                leave(place);
            } else {
                keepings.add(new Keeping(place, place.kept()));
            }
        }
    }

    private record Keeping(Place place, Instant until) {}

    /**
     * What a holder gets.
     *
     * @param waited since it first asked
     */
    record Turn(Ticket ticket, Duration waited) {}
}
