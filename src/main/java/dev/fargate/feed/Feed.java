package dev.fargate.feed;

import dev.fargate.aws.AwsScope;

/** A queue to read, and the cluster that its messages are about. */
public record Feed(AwsScope scope, String queueUrl, String clusterArn) {

    /** One environment has one feed. */
    public String environment() {
        return scope.environment();
    }
}
