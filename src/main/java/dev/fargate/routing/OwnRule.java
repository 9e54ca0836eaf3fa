package dev.fargate.routing;

import dev.fargate.api.CompanionKind;
import dev.fargate.aws.Aws;
import dev.fargate.aws.Operation;
import dev.fargate.aws.Owner;
import dev.fargate.aws.Routes.Condition;
import dev.fargate.aws.Routes.Content;
import dev.fargate.aws.Routes.Group;
import dev.fargate.aws.Routes.Rule;
import dev.fargate.aws.Routes.Share;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule by which a listener sends to a target group of a service. When another target group takes over, its rule stands behind the former
 * one's until that goes: ECS fills a target group only if a load balancer may send to it.
 *
 * @param conditions on requests
 * @param priority that is asked for; empty: a free one
 * @param tags the declared ones and the owner's
 * @param former keys of the tags that were declared when they were last put
 */
record OwnRule(
        Owner owner,
        Entrance entrance,
        String group,
        Set<Condition> conditions,
        Optional<Integer> priority,
        Map<String, String> tags,
        List<String> former)
        implements Companion {
    OwnRule {
        conditions = Set.copyOf(conditions);
        tags = Map.copyOf(tags);
        former = List.copyOf(former);
    }

    @Override
    public CompanionKind kind() {
        return CompanionKind.ListenerRule;
    }

    @Override
    public String name() {
        return new RuleName(entrance.listenerArn(), group).toString();
    }

    @Override
    public Operation look() {
        return Operation.DESCRIBE_LOAD_BALANCING;
    }

    @Override
    public Sight see(Aws aws, Kept kept) {
        String arn = GroupStep.arn(kept, group);
        return entrance.isNetwork() ? ofConnections(aws, arn) : ofRequests(aws, arn, kept);
    }

    /** A listener of a Network Load Balancer has one target group, and its load balancer's owner names it. */
    private Sight ofConnections(Aws aws, String arn) {
        return aws.routes().group(group).filter(Group::attached).isPresent()
                ? new Sight.Seen(Optional.empty(), List.of())
                : new Sight.Blocked(Problem.waiting(
                        "ListenerElsewhere",
                        "Listener %s does not send to target group %s yet. Name it in the listener's default action."
                                .formatted(entrance.listenerArn(), arn)));
    }

    private Sight ofRequests(Aws aws, String arn, Kept kept) {
        OwnRules rules = OwnRules.look(aws, owner, entrance.listenerArn());
        Optional<Rule> live = rules.to(arn).or(() -> kept.id(kind(), name()).flatMap(rules::byArn));
        return live.isPresent() ? ofRule(live.get(), rules, arn) : ofNone(rules, arn);
    }

    private Sight ofNone(OwnRules rules, String arn) {
        OptionalInt free = priority.filter(wanted -> !rules.taken().contains(wanted))
                .map(OptionalInt::of)
                .orElseGet(() -> Priorities.free(conditions, rules.taken(), behind(rules)));
        if (priority.isPresent() && rules.isOthers(priority.get())) {
            return taken(priority.get());
        }
        return free.isEmpty()
                ? new Sight.Blocked(Problem.stalled(
                        "PriorityInUse",
                        "Listener %s has no free priority for another rule. Delete rules of it, or name another listener."
                                .formatted(entrance.listenerArn())))
                : new Sight.Seen(
                        Optional.empty(),
                        List.of(new RuleStep.Create(entrance.listenerArn(), free.getAsInt(), content(arn), tags)));
    }

    /** A rule of ours for the same requests that is there already keeps them until it goes. */
    private int behind(OwnRules rules) {
        return rules.own().stream()
                .filter(rule -> rule.content().conditions().equals(conditions))
                .flatMap(rule -> rule.priority().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private Sight ofRule(Rule live, OwnRules rules, String arn) {
        int rank = live.priority().orElse(0);
        Optional<Integer> other = priority.filter(wanted -> wanted != rank);
        if (other.isPresent() && rules.isOthers(other.get())) {
            return taken(other.get());
        }
        List<CompanionStep> steps = new ArrayList<>();
        List<Difference> differences = differences(live.content(), content(arn));
        if (!differences.isEmpty()) {
            steps.add(new RuleStep.Modify(live.arn(), content(arn), differences));
        }
        other.filter(wanted -> !rules.taken().contains(wanted))
                .ifPresent(wanted -> steps.add(new RuleStep.Rank(live.arn(), wanted, rank)));
        TagChange change = TagChange.between(rules.tags(live.arn()), tags, former);
        if (!change.isEmpty()) {
            steps.add(new RuleStep.Tag(live.arn(), change));
        }
        return new Sight.Seen(Optional.of(live.arn()), steps);
    }

    private Content content(String arn) {
        return new Content(conditions, List.of(new Share(arn, 1)));
    }

    private Sight taken(int wanted) {
        return new Sight.Blocked(Problem.stalled(
                "PriorityInUse",
                "spec.loadBalancers.listener.priority: another rule of listener %s has priority %d. Choose another one, or leave it out: a free one is found then."
                        .formatted(entrance.listenerArn(), wanted)));
    }

    private static List<Difference> differences(Content live, Content wanted) {
        List<Difference> differences = new ArrayList<>();
        if (!wanted.conditions().equals(live.conditions())) {
            differences.add(new Difference("conditions", text(wanted.conditions()), text(live.conditions())));
        }
        if (!targets(wanted).equals(targets(live))) {
            differences.add(new Difference(
                    "forward", targets(wanted).toString(), targets(live).toString()));
        }
        return differences;
    }

    /** With one target group its weight means nothing. */
    private static List<String> targets(Content content) {
        return content.forward().size() == 1
                ? List.of(content.forward().getFirst().targetGroupArn())
                : content.forward().stream().map(Share::toString).toList();
    }

    private static String text(Set<Condition> conditions) {
        return conditions.stream()
                .map(condition -> "%s%s in %s"
                        .formatted(
                                condition.field(),
                                condition.name().isEmpty() ? "" : " " + condition.name(),
                                condition.values().stream().sorted().toList()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
