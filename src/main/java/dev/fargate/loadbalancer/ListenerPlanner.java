package dev.fargate.loadbalancer;

import dev.fargate.aws.LoadBalancers.Content;
import dev.fargate.aws.LoadBalancers.Listener;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Difference;
import dev.fargate.loadbalancer.LoadBalancerView.Seen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans what listens: a port has one listener, which can change in everything else. Pure. */
final class ListenerPlanner {
    private ListenerPlanner() {}

    static List<LoadBalancerStep> additions(DesiredLoadBalancer desired, List<Listener> live) {
        return desired.listeners().stream()
                .filter(wanted -> at(live, wanted.port()).isEmpty())
                .sorted(Comparator.comparing(Content::port))
                .<LoadBalancerStep>map(wanted -> new LoadBalancerStep.CreateListener(desired, wanted))
                .toList();
    }

    static List<LoadBalancerStep> changes(DesiredLoadBalancer desired, List<Listener> live) {
        List<LoadBalancerStep> steps = new ArrayList<>();
        for (Content wanted : desired.listeners()) {
            at(live, wanted.port()).ifPresent(found -> {
                List<Difference> differences = LoadBalancerDifferences.ofListener(wanted, found.content());
                if (!differences.isEmpty()) {
                    steps.add(new LoadBalancerStep.ModifyListener(desired.name(), found.arn(), wanted, differences));
                }
            });
        }
        return steps;
    }

    /** Those that somebody else has made stay. */
    static List<LoadBalancerStep> removals(DesiredLoadBalancer desired, Seen seen) {
        List<Listener> stay = Takeover.isDue(desired, seen) ? List.of() : seen.listenersOfOthers(desired.owner());
        return seen.listeners().stream()
                .filter(listener -> !stay.contains(listener))
                .filter(listener -> !desired.listensAt(listener.content().port()))
                .<LoadBalancerStep>map(listener -> new LoadBalancerStep.DeleteListener(
                        desired.name(), listener.arn(), listener.content().port()))
                .toList();
    }

    /** Of those that stay. */
    static List<LoadBalancerStep> tags(DesiredLoadBalancer desired, Seen seen, Collection<String> former) {
        List<LoadBalancerStep> steps = new ArrayList<>();
        for (Content wanted : desired.listeners()) {
            at(seen.listeners(), wanted.port()).ifPresent(found -> {
                TagChange tags = TagChange.between(seen.tagsOf(found.arn()), desired.tags(), former);
                if (!tags.isEmpty()) {
                    steps.add(new LoadBalancerStep.Tag(
                            "listener %d of %s".formatted(wanted.port(), desired.name()), found.arn(), tags));
                }
            });
        }
        return steps;
    }

    private static Optional<Listener> at(List<Listener> listeners, int port) {
        return listeners.stream()
                .filter(listener -> listener.content().port() == port)
                .findFirst();
    }
}
