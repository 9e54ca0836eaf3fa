package dev.fargate.aws.sdk;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.errors.ErrorClassifier;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItemError;

/** What EC2 did not do, in a reply that says 200 all the same (EC2 API reference, UnsuccessfulItem). */
final class Unsuccessful {
    private static final int REFUSED = 400;

    private Unsuccessful() {}

    /** Throws the first refusal of what is to be deleted; what is gone already is done. */
    static void check(String operation, List<UnsuccessfulItem> items) {
        items.stream()
                .flatMap(item -> Optional.ofNullable(item.error()).stream())
                .map(error -> refusal(operation, error))
                .filter(refusal -> refusal.errorClass() != ErrorClass.MISSING)
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    private static AwsException refusal(String operation, UnsuccessfulItemError error) {
        String code = Optional.ofNullable(error.code()).orElse("");
        String message = Optional.ofNullable(error.message()).orElse("");
        return new AwsException(ErrorClassifier.of(REFUSED, code, message), operation, code, message, null);
    }
}
