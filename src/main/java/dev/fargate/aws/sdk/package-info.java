/** The ports over the AWS SDK: clients of a scope, one adapter a port. Knows requests and replies; decides nothing. */
package dev.fargate.aws.sdk;
