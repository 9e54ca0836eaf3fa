package dev.fargate.routing;

import dev.fargate.aws.Routes.Condition;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses the rank of a rule whose manifest names none: the more it asks of a request, the earlier it is tried, and a longer path before a
 * shorter one; what takes everything comes last. Pure.
 */
final class Priorities {
    private static final int LAST = 50_000;
    /** Rules with one condition more begin so much earlier. */
    private static final int BAND = 10_000;

    private static final int BANDS = 4;
    private static final int LONGEST_PATH = 128;
    /** For rules that ask for as much: where one begins follows from what it asks for, lest two that are made at once meet. */
    private static final int ROOM = 50;

    private Priorities() {}

    /**
     * The first free one from where the rule should stand; empty when none is.
     *
     * @param behind 0, or a rank that the rule must stand behind
     */
    static OptionalInt free(Set<Condition> conditions, Set<Integer> taken, int behind) {
        int first = behind > 0 ? behind + 1 : first(conditions);
        IntStream ranks = IntStream.rangeClosed(first, LAST);
        return (behind > 0 ? ranks : IntStream.concat(ranks, IntStream.range(1, first)))
                .filter(rank -> !taken.contains(rank))
                .findFirst();
    }

    private static int first(Set<Condition> conditions) {
        int offset = Math.floorMod(conditions.hashCode(), ROOM);
        return conditions.equals(Set.of(RouteConditions.ALL))
                ? LAST - 2 * ROOM + offset
                : Math.max(0, BANDS - conditions.size()) * BAND
                        + (LONGEST_PATH - longestPath(conditions)) * ROOM
                        + offset
                        + 1;
    }

    private static int longestPath(Set<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.field().equals(RouteConditions.PATH))
                .flatMap(condition -> condition.values().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
