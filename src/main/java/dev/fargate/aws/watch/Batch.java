package dev.fargate.aws.watch;

import java.time.Instant;
import java.util.List;

/**
 * One DescribeServices.
 *
 * @param at when it began
 */
record Batch(ClusterLooks looks, List<Seat> seats, Instant at) {

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
