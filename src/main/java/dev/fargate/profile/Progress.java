package dev.fargate.profile;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.Profiles.Profile;
import dev.fargate.engine.Problem;
import java.time.Instant;
import java.util.Optional;

/** How far a plan got in one turn. */
sealed interface Progress {
    /** Nothing is left to do. */
    record Settled() implements Progress {}

    /** The profile has our tags now; whose stand there in the end is seen in the next turn. */
    record TakenOver() implements Progress {}

    /**
     * EKS is at work on one of ours.
     *
     * @param reply of the call that began it in this turn
     */
    record UnderWay(ProfileStep step, Optional<Profile> reply) implements Progress {}

    /** Others of this operator are before it. */
    record Queued(ProfileStep step, ClusterQueue.Standing standing) implements Progress {}

    /** Somebody else's operation is under way, or the cluster is being updated: EKS's words. */
    record Busy(ProfileStep step, ClusterQueue.Standing standing, String words) implements Progress {}

    /** The name is taken by now: look again. */
    record Taken() implements Progress {}

    /** EKS does not know the new role of the pods yet. */
    record RoleSettling() implements Progress {}

    /** It must not go on. */
    record Forbidden(Problem problem) implements Progress {}

    /** A ticket is for later. */
    record Later(Instant until) implements Progress {}

    record Refused(ProfileStep step, AwsException error) implements Progress {}
}
