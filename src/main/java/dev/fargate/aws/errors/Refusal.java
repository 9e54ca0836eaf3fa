package dev.fargate.aws.errors;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Reads an exception of the SDK: AWS's words without the SDK's trailer and without anything that must not be shown. */
public final class Refusal {
    private static final String ASSUME_ROLE = "sts:AssumeRole";
    private static final int LONGEST = 1_000;
    private static final Pattern TRAILER = Pattern.compile("\\s*\\((Service: |SDK Attempt Count: )[^)]*\\)");
    private static final Pattern ENCODED = Pattern.compile("(?s)\\s*Encoded authorization failure message:.*");
    private static final Pattern ACCESS_KEY = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{12,}\\b");

    private Refusal() {}

    /**
     * The exception as the rest of the operator sees it.
     *
     * @param operation what was called, for example {@code ecs:CreateService}
     */
    public static AwsException of(String operation, SdkException e) {
        return new AwsException(errorClass(e), operation(operation, e), code(e), message(e), e);
    }

    /** The class of an exception; whatever is not a reply says nothing of the effect, and is TRANSIENT. */
    public static ErrorClass errorClass(Throwable e) {
        return e instanceof AwsServiceException reply
                ? ErrorClassifier.of(reply.statusCode(), code(reply), message(reply))
                : ErrorClass.TRANSIENT;
    }

    /** The role is assumed inside of the first call that needs it. */
    private static String operation(String operation, SdkException e) {
        return e instanceof StsException && !operation.startsWith("sts:") ? ASSUME_ROLE : operation;
    }

    private static String code(SdkException e) {
        return details(e).map(AwsErrorDetails::errorCode).orElseGet(() -> e.getClass()
                .getSimpleName());
    }

    private static String message(SdkException e) {
        String said = details(e)
                .map(AwsErrorDetails::errorMessage)
                .or(() -> Optional.ofNullable(e.getMessage()))
                .orElse("");
        String words = TRAILER.matcher(said).replaceAll("");
        words = ENCODED.matcher(words).replaceAll("");
        words = ACCESS_KEY.matcher(words).replaceAll("$1…").strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    private static Optional<AwsErrorDetails> details(SdkException e) {
        return e instanceof AwsServiceException reply ? Optional.ofNullable(reply.awsErrorDetails()) : Optional.empty();
    }
}
