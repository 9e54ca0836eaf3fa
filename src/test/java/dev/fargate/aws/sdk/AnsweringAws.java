package dev.fargate.aws.sdk;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;

/** AWS as the operator reaches it, behind one endpoint with fixed replies. */
record AnsweringAws(AwsEndpoint endpoint, SimpleMeterRegistry meters, SdkAccounts accounts) implements AutoCloseable {
    static final AwsScope OWN = new AwsScope("dev", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN);
    static final ClientSettings SETTINGS =
            new ClientSettings("1.2.3", "c1", ClientSettings.Timeouts.DEFAULT, Optional.empty());

    AnsweringAws() {
        this(new AwsEndpoint(), new SimpleMeterRegistry());
    }

    private AnsweringAws(AwsEndpoint endpoint, SimpleMeterRegistry meters) {
        this(endpoint, meters, new SdkAccounts(SETTINGS, meters, () -> {}));
    }

    /** With the operator's own identity. */
    Aws own() {
        return accounts.of(OWN);
    }

    /** How many calls to ECS have ended in this way. */
    long calls(String operation, String outcome) {
        return meters.get("fargate.aws.calls")
                .tags("service", "ecs", "operation", operation, "outcome", outcome)
                .timer()
                .count();
    }

    static AwsException refusal(Runnable call) {
        return catchThrowableOfType(AwsException.class, call::run);
    }

    @Override
    public void close() {
        accounts.close();
        endpoint.close();
    }
}
