package dev.fargate.aws.watch;

import java.time.Instant;
import java.util.List;

/**
 * One DescribeServices.
 *
 * @param at when it began
 */
record Batch(ClusterLooks looks, Cause cause, List<Seat> seats, Instant at) {

    /** Why the call is made; free seats of either go to the services that were looked at longest ago. */
    enum Cause {
        /** An owner waits for a look, at a rollout for example. */
        ASKED,
        /** Nobody asked, and the last look is long ago. */
        SWEEP
    }

    List<String> services() {
        return seats.stream().map(seat -> seat.entry().ref().service()).toList();
    }

    /**
     * A service in a batch.
     *
     * @param writes the number of writes to it before the call began
     */
    record Seat(Entry entry, int writes) {}
}
