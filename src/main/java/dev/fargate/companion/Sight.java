package dev.fargate.companion;

import dev.fargate.engine.Problem;
import java.util.List;
import java.util.Optional;

/** What a look at a companion came to. */
public sealed interface Sight {

    /**
     * What is to be done; nothing if it is as it should be.
     *
     * @param id of the object; empty while there is none
     */
    record Seen(Optional<String> id, List<CompanionStep> steps) implements Sight {
        public Seen {
            steps = List.copyOf(steps);
        }
    }

    /** It must not be touched, or something else has to come first. */
    record Blocked(Problem problem) implements Sight {}
}
