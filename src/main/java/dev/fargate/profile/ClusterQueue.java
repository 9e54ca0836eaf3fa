package dev.fargate.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who waits for an operation in an EKS cluster, which takes one at a time (EKS API reference, DeleteFargateProfile: "You must wait for a
 * Fargate profile to finish deleting before you can delete any other profiles in that cluster"; so it is with creations). First come,
 * first served; a restart forgets the order only of those that have not come again.
 */
public final class ClusterQueue {
    /** Longer than any delay between two turns of one that waits, or whose operation is under way. */
    private static final Duration KEPT = Duration.ofMinutes(6);

    private final InstantSource time;
    private final Consumer<String> wake;
    private final Map<Cluster, List<Waiting>> lines = new HashMap<>();

    /**
     * Empty.
     *
     * @param wake told of the resource whose turn has come
     */
    public ClusterQueue(InstantSource time, Consumer<String> wake) {
        this.time = time;
        this.wake = wake;
    }

    /** An EKS cluster. */
    record Cluster(String accountId, String region, String name) {}

    /**
     * A place in the queue.
     *
     * @param position 0: it may begin
     * @param first whose turn it is
     */
    record Standing(int position, String first, Instant since) {
        boolean mayBegin() {
            return position == 0;
        }
    }

    /**
     * Joins the queue, or stays where it stands.
     *
     * @param since it has waited before this process began, or else now
     * @param occasion what it waits for: with another one it is to look again before it waits on
     */
    synchronized Standing enter(Cluster cluster, String holder, Optional<Instant> since, Object occasion) {
        List<Waiting> line = line(cluster);
        Waiting before = find(line, holder);
        line.remove(before);
        line.add(
                before == null
                        ? new Waiting(holder, Phase.WAITS, since.orElseGet(time::instant), occasion, time.instant())
                        : before.seen(occasion, time.instant()));
        line.sort(Waiting.ORDER);
        Waiting first = line.getFirst();
        if (first.holder().equals(holder) && first.phase() == Phase.WAITS) {
            line.set(0, first.in(Phase.MAY_BEGIN));
        }
        return standing(line, holder);
    }

    /** Its operation is under way: it is its turn, however long others have waited. */
    synchronized void occupy(Cluster cluster, String holder, Object occasion) {
        List<Waiting> line = line(cluster);
        line.remove(find(line, holder));
        line.add(new Waiting(holder, Phase.UNDER_WAY, time.instant(), occasion, time.instant()));
        line.sort(Waiting.ORDER);
    }

    /** Where it stands, if it waits on the same occasion and is not first. */
    synchronized Optional<Standing> waiting(String holder, Object occasion) {
        for (Map.Entry<Cluster, List<Waiting>> entry : lines.entrySet()) {
            List<Waiting> line = line(entry.getKey());
            Waiting found = find(line, holder);
            if (found != null
                    && found.occasion().equals(occasion)
                    && !line.getFirst().equals(found)) {
                line.set(line.indexOf(found), found.seen(occasion, time.instant()));
                return Optional.of(standing(line, holder));
            }
        }
        return Optional.empty();
    }

    /** It needs no operation any more. */
    synchronized void leave(String holder) {
        lines.values().forEach(line -> {
            Waiting found = find(line, holder);
            boolean first = found != null && line.getFirst().equals(found);
            line.remove(found);
            if (first && !line.isEmpty()) {
                wake.accept(line.getFirst().holder());
            }
        });
        lines.values().removeIf(List::isEmpty);
    }

    /** How many wait or are at work. */
    public synchronized int size() {
        return lines.values().stream().mapToInt(List::size).sum();
    }

    private List<Waiting> line(Cluster cluster) {
        List<Waiting> line = lines.computeIfAbsent(cluster, key -> new ArrayList<>());
        line.removeIf(waiting -> waiting.seen().plus(KEPT).isBefore(time.instant()));
        return line;
    }

    private static Waiting find(List<Waiting> line, String holder) {
        return line.stream()
                .filter(waiting -> waiting.holder().equals(holder))
                .findFirst()
                .orElse(null);
    }

    private static Standing standing(List<Waiting> line, String holder) {
        Waiting found = find(line, holder);
        return new Standing(line.indexOf(found), line.getFirst().holder(), found.since());
    }

    /** In the order in which they stand. */
    private enum Phase {
        UNDER_WAY,
        MAY_BEGIN,
        WAITS
    }

    /**
     * One that waits.
     *
     * @param seen when it last had a turn: its resource may be gone
     */
    private record Waiting(String holder, Phase phase, Instant since, Object occasion, Instant seen) {
        static final Comparator<Waiting> ORDER = Comparator.comparing(Waiting::phase)
                .thenComparing(Waiting::since)
                .thenComparing(Waiting::holder);

        Waiting seen(Object newer, Instant now) {
            return new Waiting(holder, phase, since, newer, now);
        }

        Waiting in(Phase other) {
            return new Waiting(holder, other, since, occasion, seen);
        }
    }
}
