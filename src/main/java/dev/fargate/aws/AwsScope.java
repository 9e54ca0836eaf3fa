package dev.fargate.aws;

import java.util.Optional;

/**
 * Whose eyes AWS is seen with: a region and, where the environment names one, a role to assume.
 *
 * @param environment name of the environment, for the role's session name and session tags
 */
public record AwsScope(String environment, String region, Optional<String> roleArn, Session session) {

    /**
     * How the role is assumed.
     *
     * @param tagged whether the session carries tags, which the role's trust policy must allow
     */
    public record Session(Optional<String> externalId, boolean tagged) {
        /** With the role's name alone. */
        public static final Session PLAIN = new Session(Optional.empty(), false);
    }
}
