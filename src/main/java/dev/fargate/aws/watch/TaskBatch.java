package dev.fargate.aws.watch;

import dev.fargate.aws.AwsScope;
import dev.fargate.aws.TaskRef;
import java.time.Instant;
import java.util.List;

/**
 * One DescribeTasks.
 *
 * @param at when it begins
 */
record TaskBatch(AwsScope scope, String clusterArn, List<TaskRef> seats, Instant at) {

    TaskBatch {
        seats = List.copyOf(seats);
    }

    List<String> tasks() {
        return seats.stream().map(TaskRef::task).toList();
    }
}
