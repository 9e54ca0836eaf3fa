package dev.fargate.aws;

import java.util.Map;
import java.util.Set;

/** Tags of ECS objects. */
public interface Tags {

    void tag(String arn, Map<String, String> tags);

    void untag(String arn, Set<String> keys);

    default void change(String arn, TagChange change) {
        change.apply(put -> tag(arn, put), remove -> untag(arn, remove));
    }
}
