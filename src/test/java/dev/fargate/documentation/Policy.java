package dev.fargate.documentation;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The IAM policy of the operator, and what calls need of it. */
final class Policy {
    /** A key of a condition has the same shape, and a colon after it. */
    private static final Pattern ACTION = Pattern.compile("\"([a-z0-9]+:[A-Z][A-Za-z]+)\"(?!:)");

    /** Needs no permission: AWS answers whoever asks. */
    private static final String WHO_AM_I = "sts:GetCallerIdentity";

    /** Needs what one of its kind needs (SQS developer guide, "Amazon SQS API permissions"). */
    private static final String BATCH = "sqs:DeleteMessageBatch";

    /**
     * What AWS checks beside the call itself: roles that tasks and schedules get, tags put by a create, keys that a schedule is encrypted
     * with, ECS's own role on its first use.
     */
    private static final Set<String> IMPLIED = Set.of(
            "iam:PassRole",
            "iam:CreateServiceLinkedRole",
            "logs:TagResource",
            "events:TagResource",
            "route53:AssociateVPCWithHostedZone",
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:GenerateDataKey",
            "sqs:DeleteMessage",
            "sqs:TagQueue");

    /** Granted beside the policy, on the roles that environments name: only their owner knows which. */
    private static final String INTO_ENVIRONMENTS = "sts:AssumeRole";

    /** Follow only a change that somebody else made, or a tag that a spec no longer has; golden plans hold them. */
    static final Set<String> REPAIRS = Set.of(
            "events:UntagResource",
            "iam:TagRole",
            "iam:UntagRole",
            "iam:UpdateAssumeRolePolicy",
            "scheduler:TagResource",
            "scheduler:UntagResource",
            "sqs:SetQueueAttributes",
            "sqs:UntagQueue");

    private Policy() {}

    static Set<String> allowed() {
        return ACTION.matcher(ProductCode.text(Path.of("operator/iam-policy.json")))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> neededBy(Set<String> calls) {
        Set<String> needed = new TreeSet<>(calls);
        needed.removeAll(Set.of(WHO_AM_I, BATCH, INTO_ENVIRONMENTS));
        needed.addAll(IMPLIED);
        return needed;
    }
}
