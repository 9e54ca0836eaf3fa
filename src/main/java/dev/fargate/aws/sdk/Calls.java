package dev.fargate.aws.sdk;

import dev.fargate.aws.errors.Refusal;
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
}
