package dev.fargate.faults;

import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.simulator.fault.When;

/**
 * When the operator is killed.
 *
 * @param nth which of the stage's calls of this operation
 * @param named whether the request tells whose it is
 */
record Moment(Stage stage, String service, String operation, int nth, boolean named, When when) {

    /** The order to kill the operator at this moment of one life. */
    Fault kill(long pid, String life) {
        Match match = Match.operation(service, operation);
        return new Fault(named ? match.containing(life) : match, Schedule.nth(nth), new Effect.Kill(pid, when));
    }

    @Override
    public String toString() {
        return "%s, %s the effect of %s:%s no. %d".formatted(stage, when, service, operation, nth);
    }
}
