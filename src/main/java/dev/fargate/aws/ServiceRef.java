package dev.fargate.aws;

/**
 * One ECS service to be looked at.
 *
 * @param service its name
 * @param owner who is told of a change: {@code namespace/name} of the resource
 */
public record ServiceRef(AwsScope scope, String clusterArn, String service, String owner) {}
