package dev.fargate.aws.sdk;

import dev.fargate.aws.Owner;
import java.util.List;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * What policies can tell a role's sessions apart by, and CloudTrail shows. Only where the environment asks for it: without
 * {@code sts:TagSession} in the role's trust policy STS refuses the whole call (IAM user guide, "Pass session tags in AWS STS").
 */
final class SessionTags {
    private static final String ENVIRONMENT = "fargate.dev/environment";

    private SessionTags() {}

    static List<Tag> of(String environment, String clusterId) {
        return List.of(tag(Owner.CLUSTER, clusterId), tag(ENVIRONMENT, environment));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
