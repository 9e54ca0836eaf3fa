package dev.fargate.aws;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Elastic Load Balancing: the tags of load balancers, listeners, rules and target groups. */
public interface BalancerTags {
    /** DescribeTags, by ARN. */
    Map<String, Map<String, String>> tags(Collection<String> arns);

    /** AddTags. */
    void tag(String arn, Map<String, String> tags);

    /** RemoveTags. */
    void untag(String arn, Set<String> keys);
}
