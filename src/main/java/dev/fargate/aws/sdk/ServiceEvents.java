package dev.fargate.aws.sdk;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;

/**
 * Which of a service's events are kept: AWS sends up to 100, newest first, and most tell that all is well. A text that is not known to be
 * routine is kept, because a new one is more likely trouble (Amazon ECS developer guide, "Service event messages").
 */
public final class ServiceEvents {
    static final int KEPT = 5;

    /** So that noise never pushes out why a rollout failed. */
    static final int VERDICTS = 2;

    private static final Predicate<String> ROUTINE = Pattern.compile(
                    "has reached a steady state"
                            + "|has started \\d+ tasks?"
                            + "|has stopped \\d+ running tasks?"
                            + "|(de)?registered \\d+ (targets?|instances?|network interfaces?)"
                            + "|has begun draining connections"
                            + "|has stopped draining"
                            + "|deployment completed"
                            + "|deployment in progress"
                            + "|set desired count to",
                    Pattern.CASE_INSENSITIVE)
            .asPredicate();

    private static final Predicate<String> VERDICT = Pattern.compile(
                    "deployment failed|rolling back|rollback", Pattern.CASE_INSENSITIVE)
            .asPredicate();

    private ServiceEvents() {}

    /** Whether a message tells that all goes its way. */
    public static boolean isRoutine(String message) {
        return ROUTINE.test(message);
    }

    /** At most {@link #KEPT}, newest first: the newest verdicts on rollouts, and the newest of the rest. */
    static List<ServiceEvent> telling(List<ServiceEvent> events) {
        List<ServiceEvent> telling = events.stream()
                .filter(event -> event.message() != null && !isRoutine(event.message()))
                .map(event -> event.copy(copy -> copy.message(CommandWords.hidden(event.message()))))
                .toList();
        if (telling.size() <= KEPT) {
            return telling;
        }
        List<ServiceEvent> verdicts = telling.stream()
                .filter(event -> VERDICT.test(event.message()))
                .limit(VERDICTS)
                .toList();
        Stream<ServiceEvent> others = telling.stream().filter(event -> !verdicts.contains(event));
        var kept = Stream.concat(verdicts.stream(), others).limit(KEPT).collect(Collectors.toSet());
        return telling.stream().filter(kept::contains).toList();
    }
}
