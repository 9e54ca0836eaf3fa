package dev.fargate.routing;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Routes.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of a listener.
 *
 * @param own those with the owner's tags
 * @param tags of all rules, by ARN
 * @param taken the priorities of all rules
 */
record OwnRules(List<Rule> own, Map<String, Map<String, String>> tags, Set<Integer> taken) {
    OwnRules {
        own = List.copyOf(own);
        tags = Map.copyOf(tags);
        taken = Set.copyOf(taken);
    }

    static OwnRules look(Aws elb, Owner owner, String listenerArn) {
        // The default rule is the listener's own affair.
        List<Rule> rules = elb.routes().rules(listenerArn).stream()
                .filter(rule -> rule.priority().isPresent())
                .toList();
        Map<String, Map<String, String>> tags = rules.isEmpty()
                ? Map.of()
                : elb.balancerTags().tags(rules.stream().map(Rule::arn).toList());
        return new OwnRules(
                rules.stream()
                        .filter(rule -> owner.owns(tags.getOrDefault(rule.arn(), Map.of())))
                        .toList(),
                tags,
                rules.stream().map(rule -> rule.priority().orElseThrow()).collect(Collectors.toSet()));
    }

    Map<String, String> tags(String ruleArn) {
        return tags.getOrDefault(ruleArn, Map.of());
    }

    /** The owner's that sends to a target group. */
    Optional<Rule> to(String targetGroupArn) {
        return own.stream()
                .filter(rule -> rule.content().forward().stream()
                        .anyMatch(share -> share.targetGroupArn().equals(targetGroupArn)))
                .findFirst();
    }

    Optional<Rule> byArn(String ruleArn) {
        return own.stream().filter(rule -> rule.arn().equals(ruleArn)).findFirst();
    }

    /** Whether a rule that is not the owner's has a priority. */
    boolean isOthers(int priority) {
        return taken.contains(priority)
                && own.stream().noneMatch(rule -> rule.priority().equals(Optional.of(priority)));
    }
}
