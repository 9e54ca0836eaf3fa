package dev.fargate.routing;

import dev.fargate.api.CompanionKind;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Routes.Front;
import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.aws.SecurityGroups.Opening;
import dev.fargate.aws.TagChange;
import dev.fargate.companion.Companion;
import dev.fargate.companion.CompanionStep;
import dev.fargate.companion.Kept;
import dev.fargate.companion.Sight;
import dev.fargate.engine.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The security group of a service's tasks: it lets in their load balancers, and nobody else.
 *
 * @param ways from where to which ports
 * @param tags the declared ones and the owner's
 * @param former keys of the tags that were declared when they were last put
 */
record Door(Owner owner, List<Way> ways, Map<String, String> tags, List<String> former) implements Companion {
    static final String NAME = "tasks";

    Door {
        ways = List.copyOf(ways);
        tags = Map.copyOf(tags);
        former = List.copyOf(former);
    }

    /**
     * A way in.
     *
     * @param ports for requests and for health checks
     */
    record Way(Entrance entrance, Set<Integer> ports) {
        Way {
            ports = Set.copyOf(ports);
        }
    }

    @Override
    public CompanionKind kind() {
        return CompanionKind.SecurityGroup;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Operation look() {
        return Operation.DESCRIBE_LOAD_BALANCING;
    }

    /** EC2 takes 255 characters, and {@code _} cannot occur in a Kubernetes name, so no two services meet. */
    static String groupName(Owner owner) {
        return "%s_%s_%s".formatted(owner.clusterId(), owner.namespace(), owner.name());
    }

    @Override
    public Sight see(Aws aws, Kept kept) {
        Set<Opening> openings = new HashSet<>();
        Set<String> vpcs = new HashSet<>();
        for (Way way : ways) {
            Front front = way.entrance().front(aws.routes());
            vpcs.add(front.vpcId());
            front.groups().forEach(group -> way.ports().forEach(port -> openings.add(Opening.tcp(port, group))));
        }
        if (vpcs.size() != 1) {
            return new Sight.Blocked(Problem.stalled(
                    "Invalid",
                    "spec.loadBalancers.listener: the listeners are in different VPCs (%s), and a task is in one. Name listeners of one VPC."
                            .formatted(vpcs.stream().sorted().collect(Collectors.joining(", ")))));
        }
        String vpcId = vpcs.iterator().next();
        Optional<Group> group = aws.securityGroups().named(vpcId, groupName(owner));
        return group.filter(found -> !owner.owns(found.tags()))
                .<Sight>map(found -> new Sight.Blocked(notOurs(found)))
                .orElseGet(() -> new Sight.Seen(group.map(Group::id), steps(vpcId, openings, group)));
    }

    private List<CompanionStep> steps(String vpcId, Set<Opening> openings, Optional<Group> group) {
        String name = groupName(owner);
        List<CompanionStep> steps = new ArrayList<>();
        if (group.isEmpty()) {
            steps.add(new DoorStep.Create(vpcId, name, tags));
        }
        Set<Opening> missing = new HashSet<>(openings);
        Set<Opening> surplus = new HashSet<>(group.map(Group::openings).orElse(Set.of()));
        missing.removeAll(surplus);
        surplus.removeAll(openings);
        if (!missing.isEmpty()) {
            steps.add(new DoorStep.Open(name, missing));
        }
        if (!surplus.isEmpty()) {
            steps.add(new DoorStep.Close(name, surplus));
        }
        group.map(found -> TagChange.between(found.tags(), tags, former))
                .filter(change -> !change.isEmpty())
                .ifPresent(change -> steps.add(new DoorStep.Tag(name, change)));
        return steps;
    }

    private Problem notOurs(Group found) {
        return Problem.stalled(
                "NotOurs",
                "Security group %s has the name %s, which this service's is to have, and is another's. Delete it; nothing was changed."
                        .formatted(found.id(), groupName(owner)));
    }
}
