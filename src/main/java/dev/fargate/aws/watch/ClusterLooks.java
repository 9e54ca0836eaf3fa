package dev.fargate.aws.watch;

import static dev.fargate.aws.Services.BATCH;

import dev.fargate.aws.ServiceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * The services of one scope and cluster, which is what a DescribeServices can ask for together. A batch always takes those that were asked
 * for, then those that were looked at longest ago. So batches stay full, and those that travelled together come due together: a sweep of N
 * services is ⌈N/10⌉ calls.
 */
final class ClusterLooks {
    private final Lane lane;
    private final String clusterArn;

    /** In the order of the last look, oldest first. */
    private final SequencedMap<Key, Entry> entries = new LinkedHashMap<>();

    /** The same by name, for who knows no owner; the first of two that name one service. */
    private final Map<String, Entry> named = new HashMap<>();

    /** Asked for later. A line whose entry asks for another time by now is void. */
    private final PriorityQueue<Asked> ahead = new PriorityQueue<>(Comparator.comparing(Asked::at));

    /** Asked for now, first come first. */
    private final SequencedSet<Entry> waiting = new LinkedHashSet<>();

    ClusterLooks(Lane lane, String clusterArn) {
        this.lane = lane;
        this.clusterArn = clusterArn;
    }

    Lane lane() {
        return lane;
    }

    String clusterArn() {
        return clusterArn;
    }

    /** How many calls see all of them. */
    int calls() {
        return (entries.size() + BATCH - 1) / BATCH;
    }

    int size() {
        return entries.size();
    }

    Optional<Entry> find(ServiceRef ref) {
        return Optional.ofNullable(entries.get(Key.of(ref)));
    }

    Optional<Entry> find(String service) {
        return Optional.ofNullable(named.get(service));
    }

    Entry findOrAdd(ServiceRef ref, Instant now) {
        Entry entry = entries.computeIfAbsent(
                Key.of(ref),
                key -> new Entry(new ServiceRef(lane.scope(), clusterArn, key.service(), key.owner()), now));
        named.putIfAbsent(entry.ref().service(), entry);
        return entry;
    }

    void forget(ServiceRef ref) {
        Entry entry = entries.remove(Key.of(ref));
        if (entry != null) {
            entry.forget();
            waiting.remove(entry);
            named.remove(entry.ref().service(), entry);
        }
    }

    void ask(Entry entry, Instant at) {
        if (entry.ask(at)) {
            ahead.add(new Asked(at, entry));
        }
    }

    /** Those whose time has come begin to wait for a full batch. */
    void ripen(Instant now) {
        while (!ahead.isEmpty() && !ahead.peek().at().isAfter(now)) {
            Asked next = ahead.remove();
            if (next.entry().asks(next.at())) {
                await(next.entry(), now);
            }
        }
    }

    /** Whether a batch of looks that were asked for should go: it is full, or its first look has waited long enough. */
    boolean ready(Instant now, Duration join) {
        return waiting.size() >= BATCH
                || (!waiting.isEmpty() && !waiting.getFirst().ripe().plus(join).isAfter(now));
    }

    boolean sweepDue(Instant now, Duration length) {
        return !entries.isEmpty()
                && !entries.firstEntry().getValue().inFlight()
                && !entries.firstEntry().getValue().tried().plus(length).isAfter(now);
    }

    /** When {@link #ready} or {@link #sweepDue} may turn true next. */
    Optional<Instant> next(Duration join, Duration length) {
        List<Instant> times = new ArrayList<>();
        if (!ahead.isEmpty()) {
            times.add(ahead.peek().at());
        }
        if (!waiting.isEmpty()) {
            times.add(waiting.getFirst().ripe().plus(join));
        }
        if (!entries.isEmpty()) {
            times.add(entries.firstEntry().getValue().tried().plus(length));
        }
        return times.stream().min(Comparator.naturalOrder());
    }

    /**
     * Takes the next batch: what was asked for, then the oldest.
     *
     * @param fillAge younger looks are not worth a place that was not asked for
     */
    Batch depart(Batch.Cause cause, Instant now, Duration fillAge) {
        SequencedMap<String, Entry> chosen = new LinkedHashMap<>();
        choose(waiting, chosen, Instant.MAX);
        choose(entries.values(), chosen, now.minus(fillAge));
        List<Batch.Seat> seats = new ArrayList<>(chosen.size());
        for (Entry entry : chosen.values()) {
            waiting.remove(entry);
            entry.depart(now);
            entries.putLast(Key.of(entry.ref()), entry);
            seats.add(new Batch.Seat(entry, entry.writes()));
        }
        return new Batch(this, cause, List.copyOf(seats), now);
    }

    private static void choose(Iterable<Entry> from, Map<String, Entry> chosen, Instant triedBy) {
        for (Entry entry : from) {
            if (chosen.size() == BATCH || entry.tried().isAfter(triedBy)) {
                return;
            }
            if (!entry.inFlight()) {
                chosen.putIfAbsent(entry.ref().service(), entry);
            }
        }
    }

    /** What was asked for after the call began, or was lost with it, waits for the next. */
    void arrived(Entry entry, boolean counts, Instant now) {
        if (entry.asksBy(now)) {
            await(entry, now);
        } else if (!counts && !entry.known() && entries.get(Key.of(entry.ref())) == entry) {
            entry.untried();
            entries.putFirst(Key.of(entry.ref()), entry);
        }
    }

    void wrote(Entry entry) {
        entries.putLast(Key.of(entry.ref()), entry);
    }

    private void await(Entry entry, Instant now) {
        if (!entry.inFlight() && waiting.add(entry)) {
            entry.ripened(now);
        }
    }

    private record Asked(Instant at, Entry entry) {}

    private record Key(String service, String owner) {
        static Key of(ServiceRef ref) {
            return new Key(ref.service(), ref.owner());
        }
    }
}
