package dev.fargate.simulator.ecs.stage;

import dev.fargate.simulator.ecs.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is due and when. Settling late gives the same history as settling often: each entry runs at its own time, and
 * what it plans counts from there.
 */
public final class Agenda {
    private record Entry(Instant due, long order, Runnable deed) {}

    private static final Comparator<Entry> BY_TIME =
            Comparator.comparing(Entry::due).thenComparingLong(Entry::order);

    private final SimulatorClock clock;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(BY_TIME);
    private Instant now;
    private long order;

    public Agenda(SimulatorClock clock) {
        this.clock = clock;
        this.now = clock.now();
    }

    /** The time of the entry that runs, or of the last settling. */
    public Instant now() {
        return now;
    }

    public void in(Duration delay, Runnable deed) {
        entries.add(new Entry(now.plus(delay), order++, deed));
    }

    /** Runs everything that is due, in order of time. */
    public void settle() {
        Instant until = clock.now();
        while (!entries.isEmpty() && !entries.peek().due().isAfter(until)) {
            Entry entry = entries.remove();
            now = entry.due();
            entry.deed().run();
        }
        now = until;
    }

    public int size() {
        return entries.size();
    }
}
