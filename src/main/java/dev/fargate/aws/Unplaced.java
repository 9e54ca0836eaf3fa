package dev.fargate.aws;

/**
 * A task that ECS did not start, though it took the RunTask: one of its failures.
 *
 * @param words ECS's own
 */
public record Unplaced(Why why, String words) {

    /** What it means for the loop. */
    public enum Why {
        /** Fargate has no room now. */
        NO_CAPACITY,
        /** A service quota of the account is used up. */
        QUOTA,
        /** Too many launches: the bucket shrinks. */
        THROTTLED,
        /** ECS looked for a container instance, which Fargate does not have. */
        INSTANCES,
        /** Words that are not known. */
        OTHER
    }
}
