package dev.fargate.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Elastic Load Balancing: target groups and listener rules that are made for services. */
public interface Routes {
    /** DescribeListeners and DescribeLoadBalancers; empty when there is no such listener. */
    Optional<Front> front(String listenerArn);

    /** DescribeTargetGroups by name; empty when there is none. */
    Optional<Group> group(String name);

    /** DescribeTargetGroupAttributes. */
    Map<String, String> attributes(String targetGroupArn);

    /** DescribeRules, all pages; none when there is no such listener. */
    List<Rule> rules(String listenerArn);

    /** CreateTargetGroup, for IP addresses: succeeds, too, when one of the same settings is there, whosoever it is. Replies with its ARN. */
    String create(Fixed fixed, Map<String, String> health, Map<String, String> tags);

    /** ModifyTargetGroup: what is not named stays. */
    void modifyHealth(String targetGroupArn, String protocolVersion, Map<String, String> health);

    /** ModifyTargetGroupAttributes: what is not named stays. */
    void modifyAttributes(String targetGroupArn, Map<String, String> attributes);

    /** DeleteTargetGroup: refused with CONFLICT while an action names it. */
    void deleteGroup(String targetGroupArn);

    /** CreateRule: makes another one of the same conditions; refused with CONFLICT when the priority is taken. Replies with its ARN. */
    String createRule(String listenerArn, int priority, Content content, Map<String, String> tags);

    /** ModifyRule: puts conditions and action as a whole. */
    void modifyRule(String ruleArn, Content content);

    /** SetRulePriorities. */
    void setPriority(String ruleArn, int priority);

    /** DeleteRule. */
    void deleteRule(String ruleArn);

    /**
     * A listener, and what is known of its load balancer.
     *
     * @param groups the load balancer's security groups
     */
    record Front(String listenerArn, String vpcId, Set<String> groups) {
        public Front {
            groups = Set.copyOf(groups);
        }
    }

    /**
     * What AWS cannot change of a target group. Its targets are IP addresses.
     *
     * @param protocolVersion {@code HTTP1}, {@code HTTP2} or {@code GRPC}; empty for TCP and TLS
     */
    record Fixed(String name, String protocol, int port, String protocolVersion, String vpcId) {}

    /**
     * A target group, without attributes and tags.
     *
     * @param health by the names of the field {@code healthCheck}
     * @param attached whether a load balancer sends to it
     */
    record Group(String arn, Fixed fixed, Map<String, String> health, boolean attached) {
        public Group {
            health = Map.copyOf(health);
        }
    }

    /**
     * A rule.
     *
     * @param priority empty: the default rule, which cannot be changed as one
     */
    record Rule(String arn, Optional<Integer> priority, Content content) {}

    /**
     * Which requests go where.
     *
     * @param forward empty: something else is done with them
     */
    record Content(Set<Condition> conditions, List<Share> forward) {
        public Content {
            conditions = Set.copyOf(conditions);
            forward = List.copyOf(forward);
        }
    }

    /**
     * A condition on requests.
     *
     * @param field as ELB calls it, for example {@code host-header}
     * @param name of a header; empty for other conditions
     * @param values one of them is to match; of a query {@code key=value} or {@code =value}
     */
    record Condition(String field, String name, Set<String> values) {
        public Condition {
            values = Set.copyOf(values);
        }
    }

    /** What of the requests a target group gets, relative to the others. */
    record Share(String targetGroupArn, int weight) {}
}
