package dev.fargate.aws.sdk;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.errors.Refusal;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes one call; whatever goes wrong leaves as an {@link dev.fargate.aws.AwsException}. */
final class Calls {
    private Calls() {}

    static <T> T call(String operation, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw Refusal.of(operation, e);
        }
    }

    /** Makes a call that asks for one thing; empty when AWS says that there is none. */
    static <T> Optional<T> found(String operation, Supplier<T> request) {
        try {
            return Optional.of(call(operation, request));
        } catch (AwsException e) {
            if (e.errorClass() == ErrorClass.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
