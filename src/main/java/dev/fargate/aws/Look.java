package dev.fargate.aws;

import java.time.Instant;
import software.amazon.awssdk.services.ecs.model.Service;

/** What was seen of a service, and when the call that saw it began. */
public sealed interface Look {

    Instant at();

    /** The service as AWS described it, events trimmed. */
    record Found(Service service, Instant at) implements Look {}

    /**
     * AWS answered MISSING, or described a service that is INACTIVE.
     *
     * @param since when the first of the uninterrupted MISSING answers was asked for
     */
    record Missing(Instant since, Instant at) implements Look {}

    /** The call failed: nothing is known. */
    record Failed(AwsException error, Instant at) implements Look {}
}
