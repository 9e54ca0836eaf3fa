package dev.fargate.aws;

/**
 * One ECS task to be looked at.
 *
 * @param task its id
 * @param owner who is told of a look: {@code namespace/name} of the resource
 */
public record TaskRef(AwsScope scope, String clusterArn, String task, String owner) {}
