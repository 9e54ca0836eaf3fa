package dev.fargate.aws;

import java.time.Instant;
import software.amazon.awssdk.services.ecs.model.Task;

/** What was seen of a task, and when the call that saw it began. */
public sealed interface TaskLook {

    Instant at();

    /** The task as AWS described it. */
    record Found(Task task, Instant at) implements TaskLook {}

    /**
     * AWS answered MISSING.
     *
     * @param since when the first of the uninterrupted MISSING answers was asked for
     */
    record Missing(Instant since, Instant at) implements TaskLook {}

    /** The call failed: nothing is known. */
    record Failed(AwsException error, Instant at) implements TaskLook {}
}
