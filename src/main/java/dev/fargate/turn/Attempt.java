package dev.fargate.turn;

import dev.fargate.aws.AwsException;
import java.time.Instant;

/**
 * What came of one paced write.
 *
 * @param <T> AWS's reply
 */
public sealed interface Attempt<T> {

    /** AWS took it. */
    record Done<T>(T reply) implements Attempt<T> {}

    /** No call was made: its ticket is for later. */
    record Later<T>(Instant until) implements Attempt<T> {}

    /** AWS refused it, or gave no reply. */
    record Refused<T>(AwsException error) implements Attempt<T> {}
}
