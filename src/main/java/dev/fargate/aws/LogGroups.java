package dev.fargate.aws;

import java.util.Map;
import java.util.OptionalInt;

/** CloudWatch Logs groups: made where they are missing, never changed afterwards and never deleted. */
public interface LogGroups {

    /** CreateLogGroup, then PutRetentionPolicy if it was new and a retention is given; a group that exists is left as it is. */
    void create(String name, OptionalInt retentionInDays, Map<String, String> tags);
}
