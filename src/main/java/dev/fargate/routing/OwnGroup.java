package dev.fargate.routing;

import dev.fargate.api.CompanionKind;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Routes.Fixed;
import dev.fargate.aws.Routes.Group;
import dev.fargate.aws.TagChange;
import dev.fargate.companion.Companion;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.companion.Sight;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A target group for a port of a service's tasks.
 *
 * @param name follows from all that AWS cannot change, so that a change of that makes another target group
 * @param health what is asked of the health check; what is not named is AWS's choice
 * @param attributes those that are managed, by ELB's names
 * @param tags the declared ones and the owner's
 * @param former keys of the tags that were declared when they were last put
 */
record OwnGroup(
        Owner owner,
        String name,
        Entrance entrance,
        Speech speech,
        Map<String, String> health,
        Map<String, String> attributes,
        Map<String, String> tags,
        List<String> former)
        implements Companion {
    OwnGroup {
        health = Map.copyOf(health);
        attributes = Map.copyOf(attributes);
        tags = Map.copyOf(tags);
        former = List.copyOf(former);
    }

    /**
     * How the load balancer speaks to the tasks.
     *
     * @param version of HTTP; empty for TCP and TLS
     */
    record Speech(String protocol, String version, int port) {
        @Override
        public String toString() {
            return "%s %s %d".formatted(protocol, version, port);
        }
    }

    @Override
    public CompanionKind kind() {
        return CompanionKind.TargetGroup;
    }

    @Override
    public Operation look() {
        return Operation.DESCRIBE_LOAD_BALANCING;
    }

    @Override
    public Sight see(Aws aws, Kept kept) {
        Optional<Group> group = aws.routes().group(name);
        if (group.isEmpty()) {
            String vpcId = entrance.front(aws.routes()).vpcId();
            Fixed fixed = new Fixed(name, speech.protocol(), speech.port(), speech.version(), vpcId);
            return new Sight.Seen(
                    Optional.empty(),
                    List.of(
                            new GroupStep.Create(owner, fixed, health, tags),
                            new GroupStep.ModifyAttributes(
                                    name, attributes, differences("attributes", attributes, Map.of()))));
        }
        String arn = group.get().arn();
        Map<String, String> live = aws.balancerTags().tags(List.of(arn)).getOrDefault(arn, Map.of());
        return owner.owns(live)
                ? new Sight.Seen(
                        Optional.of(arn), steps(group.get(), aws.routes().attributes(arn), live))
                : new Sight.Blocked(Problem.stalled(
                        "NotOurs",
                        "Target group %s has the name that is made for this service, and does not carry our tags. Delete it; nothing was changed."
                                .formatted(arn)));
    }

    private List<CompanionStep> steps(Group live, Map<String, String> liveAttributes, Map<String, String> liveTags) {
        List<CompanionStep> steps = new ArrayList<>();
        List<Difference> unwell = differences("healthCheck", health, live.health());
        if (!unwell.isEmpty()) {
            steps.add(new GroupStep.ModifyHealth(name, speech.version(), health, unwell));
        }
        List<Difference> other = differences("attributes", attributes, liveAttributes);
        if (!other.isEmpty()) {
            steps.add(new GroupStep.ModifyAttributes(name, changed(attributes, liveAttributes), other));
        }
        TagChange change = TagChange.between(liveTags, tags, former);
        if (!change.isEmpty()) {
            steps.add(new GroupStep.Tag(name, change));
        }
        return steps;
    }

    private static List<Difference> differences(String path, Map<String, String> desired, Map<String, String> live) {
        return changed(desired, live).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Difference(
                        path + "." + entry.getKey(),
                        entry.getValue(),
                        Objects.requireNonNullElse(live.get(entry.getKey()), "unset")))
                .toList();
    }

    private static Map<String, String> changed(Map<String, String> desired, Map<String, String> live) {
        return desired.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(live.get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
