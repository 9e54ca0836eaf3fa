package dev.fargate.api;

import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** What every status has. */
public interface Observed {
    /**
     * The API server gives it to a resource that the operator has not looked at yet. Without it kstatus, by which Flux and others judge,
     * takes a resource without conditions for one that is as it should be.
     */
    long NOT_YET = -1;

    Long observedGeneration();

    List<Condition> conditions();

    /** What is wrong now, or null. */
    ProblemReport problem();

    /** A status that nobody has written is none. */
    static <S extends Observed> S written(S status) {
        return status == null || Long.valueOf(NOT_YET).equals(status.observedGeneration()) ? null : status;
    }
}
