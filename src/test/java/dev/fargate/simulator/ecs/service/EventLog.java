package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fargate.simulator.ecs.wire.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last events of one service, newest first in replies. */
final class EventLog {
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html: "A maximum of 100 events are
    // displayed."
    private static final int MOST = 100;
    // ECS repeats this message while nothing happens.
    private static final Duration STEADY_EVERY = Duration.ofHours(6);

    private record Event(String id, Instant createdAt, String message) {}

    private final Deque<Event> events = new ArrayDeque<>(4);

    void add(String id, Instant now, String message) {
        if (events.size() == MOST) {
            events.removeLast();
        }
        events.addFirst(new Event(id, now, message));
    }

    /**
     * The list for a reply.
     *
     * @param full whether to show as many as a service has after a month, for the size of the reply
     */
    ArrayNode view(String service, Instant createdAt, boolean full) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Event event : events) {
            list.addObject()
                    .put("id", event.id())
                    .put("message", event.message())
                    .set("createdAt", Stamp.EPOCH.of(event.createdAt()));
        }
        Instant time = createdAt;
        while (full && list.size() < MOST) {
            time = time.minus(STEADY_EVERY);
            list.addObject()
                    .put("id", String.format("00000000-0000-4000-8000-%012d", list.size()))
                    .put("message", "(service " + service + ") has reached a steady state.")
                    .set("createdAt", Stamp.EPOCH.of(time));
        }
        return list;
    }
}
