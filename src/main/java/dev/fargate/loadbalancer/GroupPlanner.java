package dev.fargate.loadbalancer;

import dev.fargate.aws.LoadBalancers.LoadBalancer;
import dev.fargate.aws.Openings;
import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.aws.SecurityGroups.Opening;
import dev.fargate.aws.TagChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans the security group of a load balancer: it opens before something listens, and closes when nothing does. Pure. */
final class GroupPlanner {
    private GroupPlanner() {}

    static List<LoadBalancerStep> before(
            DesiredLoadBalancer desired, LoadBalancerView view, Collection<String> former) {
        if (!(desired.shield() instanceof Shield.Own own)) {
            return List.of();
        }
        List<LoadBalancerStep> steps = new ArrayList<>();
        if (view.group().isEmpty()) {
            steps.add(new LoadBalancerStep.CreateGroup(desired, own.name()));
        }
        Set<Opening> missing = between(view, own).open();
        if (!missing.isEmpty()) {
            steps.add(new LoadBalancerStep.Open(own.name(), missing));
        }
        view.group()
                .map(group -> TagChange.between(group.tags(), desired.tags(), former))
                .filter(tags -> !tags.isEmpty())
                .ifPresent(tags -> steps.add(new LoadBalancerStep.TagGroup(own.name(), tags)));
        return steps;
    }

    /** Other groups than it has. */
    static Optional<LoadBalancerStep> association(
            DesiredLoadBalancer desired, LoadBalancerView view, LoadBalancer live) {
        Set<String> wanted =
                switch (desired.shield()) {
                    case Shield.Given given -> given.ids();
                    case Shield.Own own ->
                        view.group().map(group -> Set.of(group.id())).orElse(Set.of(own.name()));
                };
        return wanted.equals(live.groups())
                ? Optional.empty()
                : Optional.of(new LoadBalancerStep.SetGroups(
                        desired.name(),
                        desired.shield(),
                        LoadBalancerPlanner.difference("securityGroups", wanted, live.groups())));
    }

    static List<LoadBalancerStep> after(DesiredLoadBalancer desired, LoadBalancerView view) {
        return switch (desired.shield()) {
            case Shield.Given given ->
                view.owns(desired.owner()) ? List.of(new LoadBalancerStep.DeleteGroup(desired.name())) : List.of();
            case Shield.Own own -> {
                Set<Opening> surplus = between(view, own).close();
                yield surplus.isEmpty() ? List.of() : List.of(new LoadBalancerStep.Close(own.name(), surplus));
            }
        };
    }

    private static Openings between(LoadBalancerView view, Shield.Own own) {
        return Openings.between(view.group().map(Group::openings).orElse(Set.of()), own.openings());
    }
}
