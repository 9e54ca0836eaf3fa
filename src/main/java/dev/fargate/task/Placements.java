package dev.fargate.task;

import dev.fargate.aws.Unplaced;
import dev.fargate.engine.Problem;
import java.util.Set;

/** What is told of tasks that ECS did not start. All of it may pass, so all of it is tried again, and none of it is a failure of a task. */
final class Placements {
    /** Those in which a person can do something. */
    private static final Set<String> REASONS = Set.of("NoCapacity", "QuotaExceeded", "NotOnFargate", "Unplaced");

    private Placements() {}

    /** Whether this reason of a condition is about tasks that ECS did not start, and not about us being too quick. */
    static boolean isProblem(String reason) {
        return REASONS.contains(reason);
    }

    static Problem problem(Unplaced unplaced) {
        return switch (unplaced.why()) {
            case NO_CAPACITY ->
                waiting(
                        "NoCapacity",
                        unplaced,
                        "If it lasts, name subnets of more zones, or another capacity provider.");
            case QUOTA ->
                waiting(
                        "QuotaExceeded",
                        unplaced,
                        "Tasks that end make room; if that is not enough, ask for more in Service Quotas (AWS Fargate), or lower spec.parallelism.");
            case THROTTLED -> waiting("Throttled", unplaced, "The operator slows down by itself.");
            case INSTANCES ->
                waiting(
                        "NotOnFargate",
                        unplaced,
                        "ECS looked for a container instance: name capacity provider FARGATE or FARGATE_SPOT in spec.capacityProviderStrategy, and a task definition for Fargate.");
            case OTHER ->
                waiting("Unplaced", unplaced, "If it lasts, look for these words in ECS's API failure reasons.");
        };
    }

    private static Problem waiting(String reason, Unplaced unplaced, String next) {
        String words = unplaced.words().endsWith(".") ? unplaced.words() : unplaced.words() + ".";
        return Problem.waiting(
                reason,
                "ECS could not start all tasks: %s It is tried again with growing delay, and does not count as a failure. %s"
                        .formatted(words, next));
    }
}
