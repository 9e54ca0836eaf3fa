package dev.fargate.simulator.ecs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a test wants to go wrong, apart from what an image's tag says. */
public final class Misfortune {
    /** Starts still to fail, of one service or of all. */
    private static final class Order {
        final Optional<String> service;
        final String reason;
        int left;

        Order(Optional<String> service, String reason, int left) {
            this.service = service;
            this.reason = reason;
            this.left = left;
        }
    }

    private final List<Order> orders = new ArrayList<>();
    private boolean capacityGone;
    private boolean eventsFull;

    /** The next starts fail with this reason; of this service only, if one is named. */
    public void failStarts(Optional<String> service, int count, String reason) {
        orders.add(new Order(service, reason, count));
    }

    /** The reason for which the start of this task must fail. */
    public Optional<String> nextStart(Optional<String> service) {
        for (Order order : orders) {
            if (order.left > 0 && (order.service.isEmpty() || order.service.equals(service))) {
                order.left--;
                return Optional.of(order.reason);
            }
        }
        return Optional.empty();
    }

    public boolean capacityGone() {
        return capacityGone;
    }

    public void capacityGone(boolean gone) {
        this.capacityGone = gone;
    }

    /** Whether every service shows as many events as AWS keeps, so that replies have their real size. */
    public boolean eventsFull() {
        return eventsFull;
    }

    public void eventsFull(boolean full) {
        this.eventsFull = full;
    }
}
