package dev.fargate.turn;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.engine.Problem;

/** An error of AWS in words a person can act on. */
public final class AwsProblems {
    private AwsProblems() {}

    /**
     * The problem for a condition.
     *
     * @param object what the call was about, for example {@code service shop_web}
     */
    public static Problem of(AwsException error, String object) {
        String words = sentence(error.getMessage());
        String said = "%s: AWS refused %s (%s): %s".formatted(object, error.operation(), error.code(), words);
        return switch (error.errorClass()) {
            case INVALID ->
                Problem.stalled("Invalid", said + " Change the spec; it is tried again then, and every 10 minutes.");
            case DENIED ->
                Problem.stalled(
                        "AccessDenied",
                        said + " Grant the permission or raise the limit; it is tried again every 10 minutes.");
            case MISSING ->
                Problem.stalled("NotFound", said + " Create it or name another; it is tried again every 10 minutes.");
            case THROTTLED -> Problem.waiting("Throttled", said + " It is tried again.");
            case CONFLICT -> Problem.waiting("Conflict", said + " It is looked at again.");
            case TRANSIENT ->
                Problem.waiting(
                        "AwsUnavailable",
                        "%s: %s did not succeed (%s): %s It is tried again."
                                .formatted(object, error.operation(), error.code(), words));
        };
    }

    private static String sentence(String message) {
        if (message == null || message.isBlank()) {
            return "no reason was given.";
        }
        return message.endsWith(".") ? message : message + ".";
    }

    /** Whether the call surely had no effect. */
    public static boolean withoutEffect(AwsException error) {
        return error.errorClass() != ErrorClass.TRANSIENT;
    }
}
