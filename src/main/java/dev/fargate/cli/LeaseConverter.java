package dev.fargate.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The duration of a Lease, which Kubernetes keeps in seconds. */
final class LeaseConverter implements ITypeConverter<Duration> {
    private static final Duration SHORTEST = Duration.ofSeconds(3);

    @Override
    public Duration convert(String text) {
        Duration lease = new DurationConverter().convert(text);
        if (lease.compareTo(SHORTEST) < 0 || lease.toNanosPart() > 0) {
            throw new TypeConversionException(
                    "'" + text + "' is no duration of a Lease; write whole seconds, at least 3s");
        }
        return lease;
    }
}
