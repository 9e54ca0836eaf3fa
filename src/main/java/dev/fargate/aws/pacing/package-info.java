/**
 * How fast AWS may be called: token buckets, and the queue of those who wait for a write. Knows AWS's request buckets and the clock;
 * makes no calls, and no thread ever waits here.
 */
package dev.fargate.aws.pacing;
