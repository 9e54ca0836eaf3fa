package dev.fargate.companion;

import dev.fargate.aws.AwsException;
import dev.fargate.engine.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the companions of a service got.
 *
 * @param kept what is to be on record now
 * @param done the steps that AWS took
 */
public record Standing(Kept kept, List<CompanionStep> done, Stop stop) {

    public Standing {
        done = List.copyOf(done);
    }

    /** Nothing was done yet. */
    public static Standing start(Kept kept) {
        return new Standing(kept, List.of(), new Stop.None());
    }

    Standing keeping(Kept now) {
        return new Standing(now, done, stop);
    }

    Standing did(CompanionStep step) {
        List<CompanionStep> all = new ArrayList<>(done);
        all.add(step);
        return new Standing(kept, all, stop);
    }

    /** The same, but for why it went no further. */
    public Standing stopped(Stop why) {
        return new Standing(kept, done, why);
    }

    /** Whether all of them are as they should be. */
    public boolean stands() {
        return stop instanceof Stop.None;
    }

    /** Why it went no further. */
    public sealed interface Stop {

        /** It went all the way. */
        record None() implements Stop {}

        /** A call waits for its ticket. */
        record Later(Instant until) implements Stop {}

        /** AWS refused a call, or gave no reply. */
        record Refused(AwsException error) implements Stop {}

        /** One must not be touched, or waits for something. */
        record Blocked(Problem problem) implements Stop {}
    }
}
