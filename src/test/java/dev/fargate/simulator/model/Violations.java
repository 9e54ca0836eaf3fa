package dev.fargate.simulator.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was let through although the model forbids it: an unknown member of a request, which AWS ignores in silence, and
 * anything wrong in a reply, which is the simulator's own fault. A request that was refused is no violation: its caller
 * was told.
 */
public final class Violations {
    private static final int LIMIT = 1_000;

    private final Map<Violation, Integer> seen = new LinkedHashMap<>();

    public synchronized void add(String action, Side side, String path, String message) {
        if (seen.size() < LIMIT) {
            // Indexes would make a new entry of the same fault in each element.
            seen.merge(new Violation(action, side, path.replaceAll("\\[\\d+\\]", "[]"), message), 1, Integer::sum);
        }
    }

    public synchronized List<Counted> list() {
        return seen.entrySet().stream()
                .map(entry -> new Counted(
                        entry.getKey().action,
                        entry.getKey().side,
                        entry.getKey().path,
                        entry.getKey().message,
                        entry.getValue()))
                .toList();
    }

    public synchronized void clear() {
        seen.clear();
    }

    /** Where a violation was found. */
    public enum Side {
        REQUEST,
        REPLY
    }

    /** A violation as listed, with how often it was seen. */
    public record Counted(String action, Side side, String path, String message, int times) {}

    private record Violation(String action, Side side, String path, String message) {}
}
