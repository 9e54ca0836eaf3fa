package dev.fargate.endpoints;

import dev.fargate.aws.AwsException;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.SecurityGroups;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The one security group of a VPC that matters: every write is noted and has its effect at once, or is refused. */
final class MemoryGroups implements SecurityGroups {
    private final List<String> calls;
    private final Predicate<String> used;
    private Group group;

    /**
     * What there is at first.
     *
     * @param group null: none
     * @param used whether an endpoint is in a group
     */
    MemoryGroups(Group group, List<String> calls, Predicate<String> used) {
        this.group = group;
        this.calls = calls;
        this.used = used;
    }

    @Override
    public Optional<Group> named(String vpcId, String name) {
        return Optional.ofNullable(group);
    }

    @Override
    public String create(String vpcId, String name, String description, Map<String, String> tags) {
        calls.add("ec2:CreateSecurityGroup %s in %s".formatted(name, vpcId));
        group = new Group("sg-0ccccccc", Set.of(), tags);
        return group.id();
    }

    @Override
    public void open(String id, Set<Opening> openings) {
        calls.add("ec2:AuthorizeSecurityGroupIngress %s %s".formatted(id, text(openings)));
        Set<Opening> all = new HashSet<>(group.openings());
        all.addAll(openings);
        group = new Group(id, all, group.tags());
    }

    @Override
    public void close(String id, Set<Opening> openings) {
        calls.add("ec2:RevokeSecurityGroupIngress %s %s".formatted(id, text(openings)));
        Set<Opening> all = new HashSet<>(group.openings());
        all.removeAll(openings);
        group = new Group(id, all, group.tags());
    }

    @Override
    public void tag(String id, Map<String, String> tags) {
        calls.add("ec2:CreateTags %s %s".formatted(id, new TreeMap<>(tags)));
        Map<String, String> all = new TreeMap<>(group.tags());
        all.putAll(tags);
        group = new Group(id, group.openings(), all);
    }

    @Override
    public void untag(String id, Set<String> keys) {
        calls.add("ec2:DeleteTags %s %s".formatted(id, new TreeSet<>(keys)));
        Map<String, String> all = new TreeMap<>(group.tags());
        all.keySet().removeAll(keys);
        group = new Group(id, group.openings(), all);
    }

    @Override
    public void delete(String id) {
        calls.add("ec2:DeleteSecurityGroup " + id);
        if (used.test(id) || "true".equals(group.tags().get("in-use"))) {
            throw new AwsException(
                    ErrorClass.CONFLICT,
                    "ec2:DeleteSecurityGroup",
                    "DependencyViolation",
                    "resource %s has a dependent object".formatted(id),
                    null);
        }
        group = null;
    }

    private static String text(Set<Opening> openings) {
        return openings.stream().map(Opening::toString).sorted().collect(Collectors.joining(", "));
    }
}
