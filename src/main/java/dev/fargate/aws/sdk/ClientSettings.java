package dev.fargate.aws.sdk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How AWS is called.
 *
 * @param version of the operator, for the user agent {@code fargate-operator/<version>}
 * @param connectTimeout until a connection stands
 * @param attemptTimeout until the reply to one request is there
 * @param callTimeout for the whole call, a role assumed on the way included
 * @param caBundle PEM file of authorities to trust beside those of the JVM
 */
public record ClientSettings(
        String version,
        Duration connectTimeout,
        Duration attemptTimeout,
        Duration callTimeout,
        Optional<Path> caBundle) {

    /** Three seconds to connect, ten for a reply, fifteen for a call. */
    public static ClientSettings defaults(String version, Optional<Path> caBundle) {
        return new ClientSettings(
                version, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(15), caBundle);
    }
}
