package dev.fargate.aws.sdk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How AWS is called.
 *
 * @param version of the operator, for the user agent {@code fargate-operator/<version>}
 * @param clusterId of the operator, for session tags
 * @param caBundle PEM file of authorities to trust beside those of the JVM
 */
public record ClientSettings(String version, String clusterId, Timeouts timeouts, Optional<Path> caBundle) {

    /**
     * How long things may take.
     *
     * @param connect until a connection stands
     * @param attempt until the reply to one request is there
     * @param call for the whole call, a role assumed on the way included
     */
    public record Timeouts(Duration connect, Duration attempt, Duration call) {
        /** Three seconds to connect, ten for a reply, fifteen for a call. */
        public static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(15));
    }
}
