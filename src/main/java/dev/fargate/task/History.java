package dev.fargate.task;

import dev.fargate.api.FargateTaskStatus.Failure;
import dev.fargate.api.TaskAttempt;
import dev.fargate.diagnosis.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of the tasks so far.
 *
 * @param failure why the run is failed, once that is decided
 * @param attempts the newest that ended, newest first
 */
record History(Tally tally, Optional<Failure> failure, List<TaskAttempt> attempts) {
    static final History NONE = new History(Tally.NONE, Optional.empty(), List.of());

    History {
        attempts = List.copyOf(attempts);
    }

    /**
     * Counts.
     *
     * @param failed as backoffLimit counts them
     * @param setbacks ends in a row without a success
     */
    record Tally(int succeeded, int failed, int unknown, int setbacks) {
        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(TaskAttempt.Outcome outcome) {
            return switch (outcome) {
                case Succeeded -> new Tally(succeeded + 1, failed, unknown, 0);
                case Failed -> new Tally(succeeded, failed + 1, unknown, setbacks);
                case Unknown -> new Tally(succeeded, failed, unknown + 1, setbacks);
                case Ignored, Interrupted, Stopped -> this;
            };
        }

        Tally setBack() {
            return new Tally(succeeded, failed, unknown, setbacks + 1);
        }

        /** A person says that what is not known is to be run again. */
        Tally again() {
            return new Tally(succeeded, failed, 0, 0);
        }
    }

    History with(Tally counted) {
        return new History(counted, failure, attempts);
    }

    History failed(Failure decided) {
        return new History(tally, failure.or(() -> Optional.of(decided)), attempts);
    }

    History plus(TaskAttempt attempt) {
        List<TaskAttempt> all = new ArrayList<>(attempts);
        all.addFirst(attempt);
        return new History(tally.plus(attempt.outcome()), failure, AttemptsBound.bounded(all));
    }

    /** Tasks may have stopped before it was known why. */
    History explained(Map<Cause, String> found) {
        return found.isEmpty()
                ? this
                : new History(
                        tally,
                        failure,
                        AttemptsBound.bounded(attempts.stream()
                                .map(attempt -> found.entrySet().stream()
                                        .filter(known -> known.getKey().name().equals(attempt.cause()))
                                        .findFirst()
                                        .map(known -> attempt.explained(known.getValue()))
                                        .orElse(attempt))
                                .toList()));
    }

    /** The newest that did not succeed and was not stopped by us. */
    Optional<TaskAttempt> lastTrouble() {
        return attempts.stream()
                .filter(attempt -> attempt.outcome() != TaskAttempt.Outcome.Succeeded
                        && attempt.outcome() != TaskAttempt.Outcome.Stopped)
                .findFirst();
    }
}
