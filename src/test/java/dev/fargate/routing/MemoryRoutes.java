package dev.fargate.routing;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.BalancerTags;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Routes;
import dev.fargate.aws.SecurityGroups;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One listener, target groups and security groups, as ELB and EC2 hold them. */
final class MemoryRoutes implements Routes, BalancerTags, SecurityGroups {
    private static final String ELB = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:";

    private final Map<String, Map<String, String>> tags = new HashMap<>();
    private final Map<String, Routes.Group> groups = new HashMap<>();
    private final Map<String, Map<String, String>> attributes = new HashMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, SecurityGroups.Group> doors = new HashMap<>();

    MemoryRoutes(Holdings held) {
        all(held.targetGroups()).forEach(group -> {
            String arn = arn(group.name());
            groups.put(
                    group.name(),
                    new Routes.Group(
                            arn,
                            new Fixed(group.name(), group.protocol(), group.port(), group.protocolVersion(), "vpc-1"),
                            group.health(),
                            Boolean.TRUE.equals(group.attached())));
            attributes.put(arn, new HashMap<>(group.attributes()));
            tags.put(arn, new HashMap<>(group.tags()));
        });
        all(held.rules()).forEach(rule -> {
            rules.put(
                    rule.arn(),
                    new Rule(
                            rule.arn(),
                            Optional.of(rule.priority()),
                            new Content(
                                    Set.of(new Condition("path-pattern", "", Set.of(rule.path()))),
                                    rule.to() == null ? List.of() : List.of(new Share(arn(rule.to()), 1)))));
            tags.put(rule.arn(), new HashMap<>(rule.tags()));
        });
        all(held.securityGroups())
                .forEach(group -> doors.put(
                        group.name(), new SecurityGroups.Group("sg-held", Set.copyOf(group.openings()), group.tags())));
    }

    private static <T> Stream<T> all(List<T> held) {
        return Stream.ofNullable(held).flatMap(List::stream);
    }

    /** What stands in a file. */
    record Holdings(List<HeldGroup> targetGroups, List<HeldRule> rules, List<HeldDoor> securityGroups) {}

    /** A target group. */
    record HeldGroup(
            String name,
            String protocol,
            int port,
            String protocolVersion,
            Boolean attached,
            Map<String, String> health,
            Map<String, String> attributes,
            Map<String, String> tags) {}

    /**
     * A rule of the listener.
     *
     * @param to name of the target group that it sends to
     */
    record HeldRule(String arn, int priority, String path, String to, Map<String, String> tags) {}

    /** A security group. */
    record HeldDoor(String name, List<Opening> openings, Map<String, String> tags) {}

    static String arn(String group) {
        return ELB + "targetgroup/" + group + "/1";
    }

    /** What stands there at the end. */
    List<String> left() {
        return Stream.of(groups.keySet().stream(), rules.keySet().stream(), doors.keySet().stream())
                .flatMap(names -> names)
                .sorted()
                .toList();
    }

    @Override
    public Optional<Front> front(String listenerArn) {
        return listenerArn.contains("gone")
                ? Optional.empty()
                : Optional.of(new Front(listenerArn, "vpc-1", Set.of("sg-theirs")));
    }

    @Override
    public Optional<Routes.Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    @Override
    public Map<String, String> attributes(String targetGroupArn) {
        return Map.copyOf(attributes.get(targetGroupArn));
    }

    @Override
    public List<Rule> rules(String listenerArn) {
        return Stream.concat(
                        rules.values().stream(),
                        Stream.of(new Rule("default", Optional.empty(), new Content(Set.of(), List.of()))))
                .toList();
    }

    @Override
    public String create(Fixed fixed, Map<String, String> health, Map<String, String> withTags) {
        String arn = arn(fixed.name());
        groups.put(fixed.name(), new Routes.Group(arn, fixed, health, false));
        attributes.put(arn, new HashMap<>());
        tags.put(arn, new HashMap<>(withTags));
        return arn;
    }

    @Override
    public void modifyHealth(String targetGroupArn, String protocolVersion, Map<String, String> health) {
        groups.replaceAll((name, group) -> group.arn().equals(targetGroupArn)
                ? new Routes.Group(group.arn(), group.fixed(), with(group.health(), health), group.attached())
                : group);
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    @Override
    public void modifyAttributes(String targetGroupArn, Map<String, String> changed) {
        attributes.get(targetGroupArn).putAll(changed);
    }

    @Override
    public void deleteGroup(String targetGroupArn) {
        if (rules.values().stream()
                .flatMap(rule -> rule.content().forward().stream())
                .anyMatch(share -> share.targetGroupArn().equals(targetGroupArn))) {
            throw new AwsException(
                    ErrorClass.CONFLICT, "elasticloadbalancing:DeleteTargetGroup", "ResourceInUse", "in use", null);
        }
        groups.values().removeIf(group -> group.arn().equals(targetGroupArn));
    }

    @Override
    public String createRule(String listenerArn, int priority, Content content, Map<String, String> withTags) {
        String arn = listenerArn.replace(":listener/", ":listener-rule/") + "/" + priority;
        rules.put(arn, new Rule(arn, Optional.of(priority), content));
        tags.put(arn, new HashMap<>(withTags));
        return arn;
    }

    @Override
    public void modifyRule(String ruleArn, Content content) {
        rules.computeIfPresent(ruleArn, (arn, rule) -> new Rule(arn, rule.priority(), content));
    }

    @Override
    public void setPriority(String ruleArn, int priority) {
        rules.computeIfPresent(ruleArn, (arn, rule) -> new Rule(arn, Optional.of(priority), rule.content()));
    }

    @Override
    public void deleteRule(String ruleArn) {
        rules.remove(ruleArn);
    }

    @Override
    public Optional<SecurityGroups.Group> named(String vpcId, String name) {
        return Optional.ofNullable(doors.get(name));
    }

    @Override
    public List<SecurityGroups.Group> everywhere(String name) {
        return named("", name).stream().toList();
    }

    @Override
    public String create(String vpcId, String name, String description, Map<String, String> withTags) {
        doors.put(name, new SecurityGroups.Group("sg-made", Set.of(), withTags));
        return "sg-made";
    }

    @Override
    public void open(String id, Set<Opening> openings) {
        doors.replaceAll((name, group) -> {
            Set<Opening> all = new HashSet<>(group.openings());
            all.addAll(openings);
            return new SecurityGroups.Group(group.id(), all, group.tags());
        });
    }

    @Override
    public void close(String id, Set<Opening> openings) {
        doors.replaceAll((name, group) -> {
            Set<Opening> rest = new HashSet<>(group.openings());
            rest.removeAll(openings);
            return new SecurityGroups.Group(group.id(), rest, group.tags());
        });
    }

    @Override
    public Map<String, Map<String, String>> tags(Collection<String> arns) {
        return Map.copyOf(tags);
    }

    /** Of either kind. */
    @Override
    public void tag(String id, Map<String, String> put) {
        tags.computeIfPresent(id, (arn, before) -> with(before, put));
        doors.replaceAll((name, group) -> group.id().equals(id)
                ? new SecurityGroups.Group(id, group.openings(), with(group.tags(), put))
                : group);
    }

    @Override
    public void untag(String id, Set<String> keys) {
        tags.computeIfPresent(id, (arn, before) -> without(before, keys));
        doors.replaceAll((name, group) -> group.id().equals(id)
                ? new SecurityGroups.Group(id, group.openings(), without(group.tags(), keys))
                : group);
    }

    private static Map<String, String> without(Map<String, String> some, Set<String> keys) {
        Map<String, String> rest = new HashMap<>(some);
        rest.keySet().removeAll(keys);
        return rest;
    }

    @Override
    public void delete(String id) {
        doors.values().removeIf(group -> group.id().equals(id));
    }
}
