package dev.fargate.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IamPolicyTest {
    private static final Pattern CALL = Pattern.compile(
            "\"((?:ecs|ec2|eks|events|iam|logs|scheduler|sqs|sts|elasticloadbalancing):[A-Z][A-Za-z]+)\"");
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
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:GenerateDataKey",
            "sqs:DeleteMessage",
            "sqs:TagQueue");

    @Test
    void the_policy_allows_the_calls_that_the_code_makes_and_no_other() {
        Set<String> needed = ProductCode.all(CALL, "aws/sdk");
        needed.removeAll(Set.of(WHO_AM_I, BATCH));
        needed.addAll(IMPLIED);

        Set<String> allowed = ACTION.matcher(ProductCode.text(Path.of("operator/iam-policy.json")))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(allowed).isEqualTo(needed);
    }
}
