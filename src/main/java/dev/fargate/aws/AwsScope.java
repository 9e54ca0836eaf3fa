package dev.fargate.aws;

import java.util.Optional;

/**
 * Whose eyes AWS is seen with: a region and, where the environment names one, a role to assume.
 *
 * @param environment name of the environment, for the role's session name and session tags
 */
public record AwsScope(String environment, String region, Optional<String> roleArn, Optional<String> externalId) {}
