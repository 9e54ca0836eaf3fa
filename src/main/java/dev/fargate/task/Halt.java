package dev.fargate.task;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.Unplaced;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a plan stopped; all empty when it did not.
 *
 * @param later a call waits for its tickets
 * @param refused AWS refused a call, or gave no reply
 * @param unplaced ECS took the call and could not start all of its tasks
 */
record Halt(Optional<Instant> later, Optional<AwsException> refused, Optional<Unplaced> unplaced) {
    static final Halt NONE = new Halt(Optional.empty(), Optional.empty(), Optional.empty());

    static Halt later(Instant until) {
        return new Halt(Optional.of(until), Optional.empty(), Optional.empty());
    }

    static Halt refused(AwsException error) {
        return new Halt(Optional.empty(), Optional.of(error), Optional.empty());
    }

    static Halt unplaced(Unplaced task) {
        return new Halt(Optional.empty(), Optional.empty(), Optional.of(task));
    }

    boolean isNone() {
        return equals(NONE);
    }
}
