package dev.fargate.feed;

import java.time.Instant;
import java.util.Optional;

/** What a message of a feed says, as far as it matters. */
sealed interface Announcement {

    /** When it happened, to the second and never later than it did; empty for what is no event. */
    default Optional<Instant> when() {
        return switch (this) {
            case About about -> Optional.of(about.at());
            case Ended ended -> Optional.of(ended.at());
            case Nothing nothing -> Optional.empty();
        };
    }

    /**
     * Something happened to a service of the cluster.
     *
     * @param at see {@link #when}
     */
    record About(String service, What what, Instant at) implements Announcement {}

    /**
     * A task of no service has stopped.
     *
     * @param task its id
     * @param at see {@link #when}
     */
    record Ended(String task, Instant at) implements Announcement {}

    /** Not worth a look, or not an event of the cluster at all. */
    record Nothing(Heard why) implements Announcement {}

    /** What happened to a service. */
    sealed interface What {

        /** A deployment began, ours or one that ECS or somebody else made. */
        record Begun(String deployment) implements What {}

        /** A deployment is through, one way or the other. */
        record Ended(String deployment) implements What {}

        /** All tasks that are wanted run. ECS says so again every six hours. */
        record Steady() implements What {}

        /** The count was set by Application Auto Scaling, for one. */
        record Scaled() implements What {}

        /** A task stops that was not to, or cannot be started: more of the same is likely to come. */
        record Trouble() implements What {}

        /** Such a task has stopped: why can be read now. */
        record TaskStopped() implements What {}
    }
}
