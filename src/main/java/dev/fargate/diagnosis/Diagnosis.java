package dev.fargate.diagnosis;

import java.util.Map;
import java.util.Optional;

/**
 * Why a task stopped.
 *
 * @param meaning what that means and what to do next, in a sentence or two
 */
public record Diagnosis(Cause cause, String meaning) {

    /** The diagnosis of a task that stopped, naming what is known of it. */
    public static Diagnosis of(Ending ending, TaskFacts facts) {
        Finding finding = Findings.of(ending, facts);
        return new Diagnosis(
                finding.cause(),
                known(finding.cause(), facts.found()).orElseGet(() -> new Meanings(finding, facts).sentence()));
    }

    /** ECS asks ECR for its authorization in the same step as for secrets, and says the same words of both. */
    private static Optional<String> known(Cause cause, Map<Cause, String> found) {
        return Optional.ofNullable(found.get(cause))
                .or(() -> cause == Cause.SecretUnreachable
                        ? Optional.ofNullable(found.get(Cause.NetworkUnreachable))
                        : Optional.empty());
    }
}
