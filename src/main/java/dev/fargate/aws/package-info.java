/**
 * Everything that talks to AWS: narrow ports with only the calls used, their adapters, error classes, owner tags, batched reads and
 * paced writes. Knows the AWS SDK; knows nothing of Kubernetes, of custom resources or of the loop.
 */
package dev.fargate.aws;
