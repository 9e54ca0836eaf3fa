package dev.fargate.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** EventBridge rules of the default bus, which is where AWS's own events come. */
public interface EventRules {

    /** DescribeRule; empty when there is no rule of that name. */
    Optional<Rule> describe(String name);

    Map<String, String> tags(String arn);

    /** TagResource: other tags stay. */
    void tag(String arn, Map<String, String> tags);

    /** UntagResource. */
    void untag(String arn, Set<String> keys);

    List<Target> targets(String rule);

    /** PutRule: makes the rule or overwrites it, whoever's it is; tags count only when it is made. */
    void put(PutRuleRequest request);

    /** PutTargets: makes the target or overwrites the one of its id. */
    void putTarget(String rule, Target target);

    void removeTargets(String rule, Set<String> ids);

    /** DeleteRule: refused while the rule has targets. */
    void delete(String name);

    /** A rule without what other calls tell of it. */
    record Rule(String arn, String pattern, String state) {}
}
