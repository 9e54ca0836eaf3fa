package dev.fargate.aws;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** What AWS said when it refused a call, with the class that decides what follows. Its message is AWS's own, without secrets. */
public final class AwsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorClass errorClass;
    private final String operation;
    private final String code;

    /**
     * One refused call.
     *
     * @param operation service and operation, for example {@code ecs:CreateService}
     * @param code AWS's error code, or the simple name of the exception where there was no reply
     */
    public AwsException(ErrorClass errorClass, String operation, String code, String message, Throwable cause) {
        super(message, cause);
        this.errorClass = errorClass;
        this.operation = operation;
        this.code = code;
    }

    /** What went wrong on our side of a call: whether AWS did something is not known, and it is tried again. */
    public static AwsException unexpected(String operation, RuntimeException cause) {
        return new AwsException(
                ErrorClass.TRANSIENT, operation, cause.getClass().getSimpleName(), cause.getMessage(), cause);
    }

    public ErrorClass errorClass() {
        return errorClass;
    }

    public String operation() {
        return operation;
    }

    public String code() {
        return code;
    }

    /** What AWS's support asks for; empty where there was no reply. */
    public Optional<String> requestId() {
        return getCause() instanceof SdkServiceException reply
                ? Optional.ofNullable(reply.requestId())
                : Optional.empty();
    }
}
