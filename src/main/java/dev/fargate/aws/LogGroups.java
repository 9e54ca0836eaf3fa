package dev.fargate.aws;

import java.util.Map;
import java.util.OptionalInt;

/** CloudWatch Logs groups: made where they are missing, never changed afterwards and never deleted. */
public interface LogGroups {

    /**
     * CreateLogGroup, then PutRetentionPolicy if a retention is given. A group that exists is left as it is, unless it carries these
     * tags and has no retention: then the second call was lost.
     */
    void create(String name, OptionalInt retentionInDays, Map<String, String> tags);
}
