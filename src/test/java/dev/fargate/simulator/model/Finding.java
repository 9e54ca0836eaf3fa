package dev.fargate.simulator.model;

/**
 * One way in which a document differs from its shape.
 *
 * @param path such as {@code services[0].deployments[1].rolloutState}; empty for the document itself
 */
public record Finding(Kind kind, String path, String message) {

    /** What is wrong. */
    public enum Kind {
        UNKNOWN_MEMBER,
        WRONG_TYPE,
        MISSING_MEMBER,
        UNKNOWN_VALUE
    }
}
