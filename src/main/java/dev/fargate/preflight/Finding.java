package dev.fargate.preflight;

import dev.fargate.diagnosis.Cause;

/**
 * What a check came to.
 *
 * @param cause why tasks will not start, or why it is not known; empty where it passed
 * @param message what it rests on, or what is wrong and what to do
 * @param lacksEndpoint whether a VPC endpoint that is not there would mend it
 */
public record Finding(Check check, Result result, String cause, String message, boolean lacksEndpoint) {
    /** No call would tell. */
    private static final String NOT_LOOKED_AT = "NotLookedAt";

    private static final String PENDING = "Pending";

    /** What is checked. */
    public enum Check {
        Image,
        Secret,
        Role,
        LogGroup,
        TargetGroup,
        Subnet,
        FileSystem,
        Reachability
    }

    /** How it went. */
    public enum Result {
        Failed,
        Unknown,
        Passed
    }

    Finding(Check check, Result result, String cause, String message) {
        this(check, result, cause, message, false);
    }

    static Finding passed(Check check, String message) {
        return new Finding(check, Result.Passed, "", message);
    }

    static Finding failed(Check check, Cause cause, String message) {
        return new Finding(check, Result.Failed, cause.name(), message);
    }

    static Finding unknown(Check check, String message) {
        return new Finding(check, Result.Unknown, NOT_LOOKED_AT, message);
    }

    /** What is being made, by AWS or with the first task. */
    static Finding pending(Check check, String message) {
        return new Finding(check, Result.Unknown, PENDING, message);
    }

    /** AWS did not answer, or does not let us ask. */
    static Finding unknown(Check check, Answer.Refused<?> refused, String object) {
        return new Finding(
                check,
                Result.Unknown,
                refused.reason(),
                "%s could not be looked at: %s".formatted(object, refused.why()));
    }

    /** Whether another look may come to something else, by the cause. */
    static boolean mayChange(String cause) {
        return !NOT_LOOKED_AT.equals(cause);
    }
}
