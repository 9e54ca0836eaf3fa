package dev.fargate.feed;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.AwsException;
import dev.fargate.engine.Notice;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Turn;
import dev.fargate.turn.AwsProblems;
import dev.fargate.turn.Tries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How a feed is spoken of, and when it is tried again if it does not get on.
 *
 * @param clusterId names this operator's cluster in owner tags
 */
record FeedTelling(String clusterId, Tries tries, Holdups holdups, InstantSource time) {

    DesiredFeed desired(FargateEnvironment resource, FargateEnvironmentStatus status) {
        return DesiredFeed.of(resource, status, clusterId);
    }

    FeedReport report(FargateEnvironment resource, FargateEnvironmentStatus status) {
        return new FeedReport(resource, status, time.instant());
    }

    static Problem problem(String environment, AwsException error) {
        return AwsProblems.of(error, "event feed of environment " + environment);
    }

    /** The turn of an environment whose feed does not get on, and is tried again after a while. */
    Turn<FargateEnvironmentStatus> heldUp(
            FargateEnvironment resource, Problem problem, Turn<FargateEnvironmentStatus> turn) {
        Duration delay = delay(resource.getMetadata().getName(), problem);
        holdups.hold(resource, problem, time.instant().plus(delay));
        return turn.telling(problem.notices()).againWithin(delay);
    }

    /** What still holds up the feed. */
    Optional<Holdups.Holdup> holdup(FargateEnvironment resource) {
        return holdups.of(resource, time.instant());
    }

    Duration delay(String environment, Problem problem) {
        return problem.stalled() ? tries.stalled() : tries.failed(holder(environment));
    }

    void succeeded(FargateEnvironment resource) {
        holdups.clear(resource.getMetadata().getUid());
        tries.succeeded(holder(resource.getMetadata().getName()));
    }

    static List<Notice> notices(List<FeedStep> done) {
        return done.stream()
                .map(step -> Notice.normal(reason(step), step.change().toString()))
                .toList();
    }

    private static String reason(FeedStep step) {
        return switch (step) {
            case FeedStep.CreateQueue create -> "QueueCreated";
            case FeedStep.SetQueue set -> "QueueUpdated";
            case FeedStep.TagQueue tag -> "QueueUpdated";
            case FeedStep.PutRule put -> put.differences().isEmpty() ? "RuleCreated" : "RuleUpdated";
            case FeedStep.TagRule tag -> "RuleUpdated";
            case FeedStep.PutTarget put -> "RuleUpdated";
            case FeedStep.RemoveTargets remove -> "RuleUpdated";
            case FeedStep.DeleteRule delete -> "RuleDeleted";
            case FeedStep.DeleteQueue delete -> "QueueDeleted";
        };
    }

    private static String holder(String environment) {
        return environment + "/feed";
    }
}
