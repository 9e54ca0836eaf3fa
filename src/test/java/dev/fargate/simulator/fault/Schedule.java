package dev.fargate.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How often a fault strikes among the calls it matches.
 *
 * @param nth the first matching call it strikes, counted from 1 since the fault was added; 1 when absent
 * @param count how many it strikes at most; one when {@code nth} is given, else no limit
 * @param probability the share of matching calls it strikes; 1 when absent
 * @param seed of the draw; the same seed strikes the same calls
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Schedule(Integer nth, Integer count, Double probability, Long seed) {

    public static Schedule always() {
        return new Schedule(null, null, null, null);
    }

    public static Schedule nth(int nth) {
        return new Schedule(nth, null, null, null);
    }

    /** The first {@code count} matching calls. */
    public static Schedule first(int count) {
        return new Schedule(null, count, null, null);
    }

    int firstCall() {
        return nth == null ? 1 : nth;
    }

    int limit() {
        if (count != null) {
            return count;
        }
        return nth == null ? Integer.MAX_VALUE : 1;
    }

    double share() {
        return probability == null ? 1 : probability;
    }

    long seedOrDefault() {
        return seed == null ? 1 : seed;
    }
}
