package dev.fargate.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An order to disturb calls: which ones, how often, and how.
 *
 * <p>As JSON: {@code {"match": {"service": "ecs", "operation": "CreateService"}, "schedule": {"nth": 2}, "effect": {"type":
 * "throttle"}}}; {@code match} and {@code schedule} may be left out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(Match match, Schedule schedule, Effect effect) {

    public Fault {
        match = match == null ? Match.anything() : match;
        schedule = schedule == null ? Schedule.always() : schedule;
    }

    /** The effect on every call of this operation. */
    public static Fault every(String service, String operation, Effect effect) {
        return new Fault(Match.operation(service, operation), Schedule.always(), effect);
    }

    /** The effect on the nth call of this operation from now on, and on no other. */
    public static Fault nth(int nth, String service, String operation, Effect effect) {
        return new Fault(Match.operation(service, operation), Schedule.nth(nth), effect);
    }

    /** AWS away: no call of any service is answered until the fault is cleared. */
    public static Fault outage() {
        return new Fault(null, null, new Effect.Drop(When.BEFORE));
    }

    /** The effect on this share of all calls, drawn with a seed. */
    public static Fault share(double probability, long seed, Effect effect) {
        return new Fault(null, new Schedule(null, null, probability, seed), effect);
    }
}
