package dev.fargate.engine;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of one generation, after kstatus: {@code Ready} always, {@code Reconciling} and {@code Stalled} only when True and
 * never both. A condition whose status stays keeps its transition time.
 */
public final class Conditions {
    public static final String READY = "Ready";
    public static final String RECONCILING = "Reconciling";
    public static final String STALLED = "Stalled";
    private static final String PAUSED = "Paused";
    private static final int MESSAGE_LIMIT = 640;

    private final List<Condition> earlier;
    private final long generation;
    private final Instant now;
    private final List<Condition> conditions = new ArrayList<>();

    public Conditions(List<Condition> earlier, long generation, Instant now) {
        this.earlier = earlier;
        this.generation = generation;
        this.now = now;
    }

    public Conditions ready(String reason, String message) {
        return add(READY, "True", reason, message);
    }

    /** At work, or waiting for something that passes. */
    public Conditions reconciling(String reason, String message) {
        return add(READY, "False", reason, message).add(RECONCILING, "True", reason, message);
    }

    /** Only a change of the spec, the environment or the account gets it further. */
    public Conditions stalled(String reason, String message) {
        return add(READY, "False", reason, message).add(STALLED, "True", reason, message);
    }

    /** managementPolicy Observe: all is well as far as this operator is concerned, for it is not to change anything. */
    public Conditions observing(Plan<?> plan) {
        return observing(plan.steps().size());
    }

    /** The same where the plan has several parts. */
    public Conditions observing(int changes) {
        return ready(
                "Observing",
                changes == 0
                        ? "AWS is as the spec asks. managementPolicy is Observe: nothing is changed."
                        : ("AWS differs from the spec: status.plan has what would be changed (%d)."
                                        + " managementPolicy is Observe: nothing is changed.")
                                .formatted(changes));
    }

    /** managementPolicy Paused: how things stand is not known, because nothing is looked at. */
    public Conditions paused() {
        return add(
                READY,
                "Unknown",
                PAUSED,
                "Nothing is read or changed in AWS. To go on, set spec.managementPolicy to Enforce.");
    }

    /** A resource that was deleted while managementPolicy is Paused. */
    public Conditions pausedDeletion() {
        return add(
                READY,
                "Unknown",
                PAUSED,
                "The deletion waits, because managementPolicy is Paused. To go on, set spec.managementPolicy to Enforce"
                        + " (then deletionPolicy says what becomes of the objects in AWS) or to Observe (they are not touched).");
    }

    public Conditions of(Problem problem) {
        return problem.stalled()
                ? stalled(problem.reason(), problem.message())
                : reconciling(problem.reason(), problem.message());
    }

    public Conditions add(String type, String status, String reason, String message) {
        String since = find(earlier, type)
                .filter(before -> before.getStatus().equals(status))
                .map(Condition::getLastTransitionTime)
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
        conditions.add(new ConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(Shortened.to(message, MESSAGE_LIMIT))
                .withObservedGeneration(generation)
                .withLastTransitionTime(since)
                .build());
        return this;
    }

    public List<Condition> toList() {
        return List.copyOf(conditions);
    }

    public static Optional<Condition> find(List<Condition> conditions, String type) {
        return conditions.stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    public static boolean isTrue(List<Condition> conditions, String type) {
        return find(conditions, type)
                .filter(condition -> "True".equals(condition.getStatus()))
                .isPresent();
    }
}
