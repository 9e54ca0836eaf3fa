package dev.fargate.api;

/** What every status has. */
public interface Observed {
    /**
     * The API server gives it to a resource that the operator has not looked at yet. Without it kstatus, by which Flux and others judge,
     * takes a resource without conditions for one that is as it should be.
     */
    long NOT_YET = -1;

    Long observedGeneration();

    /** A status that nobody has written is none. */
    static <S extends Observed> S written(S status) {
        return status == null || Long.valueOf(NOT_YET).equals(status.observedGeneration()) ? null : status;
    }
}
