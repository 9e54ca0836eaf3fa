package dev.fargate.aws.sdk;

import java.time.Duration;

/**
 * How AWS is called.
 *
 * @param version of the operator, for the user agent {@code fargate-operator/<version>}
 * @param connectTimeout until a connection stands
 * @param attemptTimeout until the reply to one request is there
 * @param callTimeout for the whole call, a role assumed on the way included
 */
public record ClientSettings(String version, Duration connectTimeout, Duration attemptTimeout, Duration callTimeout) {

    /** Three seconds to connect, ten for a reply, fifteen for a call. */
    public static ClientSettings defaults(String version) {
        return new ClientSettings(version, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(15));
    }
}
