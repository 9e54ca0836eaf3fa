package dev.fargate.aws;

import java.util.Map;
import java.util.Set;

/** Tags of ECS objects. */
public interface Tags {

    void tag(String arn, Map<String, String> tags);

    void untag(String arn, Set<String> keys);

    /** Both, and neither call where there is nothing for it. */
    default void change(String arn, Map<String, String> put, Set<String> remove) {
        if (!put.isEmpty()) {
            tag(arn, put);
        }
        if (!remove.isEmpty()) {
            untag(arn, remove);
        }
    }
}
