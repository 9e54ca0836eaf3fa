package dev.fargate.feed;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Digest;
import dev.fargate.aws.Owner;
import dev.fargate.environment.Environments;
import dev.fargate.environment.Ownership;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A feed as it should be: one rule and one queue of the same name.
 *
 * @param clusterArn whose events it brings; account, region and partition of rule and queue are the cluster's
 */
record DesiredFeed(Owner owner, AwsScope scope, String name, String clusterArn, Map<String, String> tags) {
    /** With which operator/iam-policy.json lets the operator make rules and queues. */
    private static final String PREFIX = "fargate-";

    /** A rule's name may have 64 characters (EventBridge API reference, PutRule): prefix, this, a hyphen and the digest. */
    private static final int READABLE = 40;

    private static final int DIGEST = 10;

    /** Where a message that was not deleted comes again. */
    private static final String VISIBILITY_SECONDS = "30";

    /** After a longer silence everything was swept anyhow. */
    private static final String RETENTION_SECONDS = "900";

    private static final String LONG_POLL_SECONDS = "20";

    /** For an environment whose cluster is there. */
    static DesiredFeed of(FargateEnvironment resource, FargateEnvironmentStatus status, String clusterId) {
        String environment = resource.getMetadata().getName();
        Owner owner = Ownership.owner(resource, clusterId);
        Map<String, String> tags = new HashMap<>(resource.getSpec().tags());
        tags.putAll(owner.tags());
        return new DesiredFeed(
                owner,
                Environments.scope(environment, resource.getSpec()),
                Optional.ofNullable(status.eventFeed())
                        .map(FargateEnvironmentStatus.EventFeed::name)
                        .orElseGet(() -> name(clusterId, environment)),
                status.clusterArn(),
                Map.copyOf(tags));
    }

    /** The same, reached in the region and with the role that were recorded. */
    DesiredFeed recordedAt(FargateEnvironmentStatus status) {
        AwsScope recorded =
                new AwsScope(owner.name(), status.region(), Optional.ofNullable(status.roleArn()), scope.session());
        return new DesiredFeed(owner, recorded, name, clusterArn, tags);
    }

    private static String name(String clusterId, String environment) {
        String readable = environment.replace('.', '-');
        return PREFIX
                + readable.substring(0, Math.min(READABLE, readable.length()))
                + "-"
                + Digest.token(clusterId + "/" + environment).substring(0, DIGEST);
    }

    String queueArn() {
        return arn("sqs") + name;
    }

    String ruleArn() {
        return arn("events") + "rule/" + name;
    }

    /** {@code arn:PARTITION:SERVICE:REGION:ACCOUNT:} of where the cluster is. */
    private String arn(String service) {
        String[] cluster = clusterArn.split(":", -1);
        return "arn:%s:%s:%s:%s:".formatted(cluster[1], service, cluster[3], cluster[4]);
    }

    /** By the names of the SQS API. */
    Map<String, String> queueAttributes() {
        return Map.of(
                QueueAttributes.POLICY,
                policy(),
                "SqsManagedSseEnabled",
                "true",
                "MessageRetentionPeriod",
                RETENTION_SECONDS,
                "VisibilityTimeout",
                VISIBILITY_SECONDS,
                "ReceiveMessageWaitTimeSeconds",
                LONG_POLL_SECONDS);
    }

    /** Only the rule may send (EventBridge user guide, "Amazon SQS permissions"). */
    private String policy() {
        return """
                {"Version":"2012-10-17","Statement":[{"Sid":"EventsOfTheRule","Effect":"Allow",\
                "Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"%s",\
                "Condition":{"ArnEquals":{"aws:SourceArn":"%s"}}}]}""".formatted(queueArn(), ruleArn());
    }

    /**
     * What happens to the cluster's services, and the tasks that stop. Tasks that start are left out: when they are through, ECS says so of
     * the service. The events of services name their cluster in the resource only (Amazon ECS developer guide, "Amazon ECS events"; on
     * {@code $or} the EventBridge user guide, "Comparison operators").
     */
    String pattern() {
        return """
                {"source":["aws.ecs"],"$or":[\
                {"detail-type":["ECS Service Action","ECS Deployment State Change"],"resources":[{"prefix":"%s"}]},\
                {"detail-type":["ECS Task State Change"],"detail":{"clusterArn":["%s"],"desiredStatus":["STOPPED"]}}]}""".formatted(Announcements.servicesOf(clusterArn), clusterArn);
    }
}
