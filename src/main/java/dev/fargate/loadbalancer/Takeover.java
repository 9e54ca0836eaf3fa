package dev.fargate.loadbalancer;

import dev.fargate.aws.LoadBalancers.Listener;
import dev.fargate.engine.Problem;
import dev.fargate.loadbalancer.LoadBalancerView.Seen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is worked on must carry our tags first: a load balancer with all that listens, or a listener that somebody has made at ours. Pure. */
final class Takeover {
    private Takeover() {}

    /** Why somebody else's listener on a port of the spec must be left alone. */
    static Optional<Problem> refusal(DesiredLoadBalancer desired, Seen seen) {
        return inTheWay(desired, seen)
                .flatMap(listener -> desired
                        .refusal(
                                "Listener %s on port %d"
                                        .formatted(
                                                listener.arn(),
                                                listener.content().port()),
                                seen.itself().arn(),
                                seen.tagsOf(listener.arn()))
                        .stream())
                .findFirst();
    }

    static Optional<LoadBalancerStep> step(DesiredLoadBalancer desired, Seen seen) {
        if (isDue(desired, seen)) {
            // The load balancer last: until then it is all to be taken over.
            List<String> arns = Stream.concat(
                            seen.listeners().stream().map(Listener::arn),
                            Stream.of(seen.itself().arn()))
                    .toList();
            return Optional.of(adopt("load balancer " + desired.name(), arns, desired));
        }
        List<String> arns = inTheWay(desired, seen).map(Listener::arn).toList();
        return arns.isEmpty()
                ? Optional.empty()
                : Optional.of(adopt("listeners of load balancer " + desired.name(), arns, desired));
    }

    /** Whether the load balancer itself is not ours yet. */
    static boolean isDue(DesiredLoadBalancer desired, Seen seen) {
        return !desired.owner().owns(seen.ownTags());
    }

    private static Stream<Listener> inTheWay(DesiredLoadBalancer desired, Seen seen) {
        return seen.listenersOfOthers(desired.owner()).stream()
                .filter(listener -> desired.listensAt(listener.content().port()));
    }

    private static LoadBalancerStep adopt(String object, List<String> arns, DesiredLoadBalancer desired) {
        return new LoadBalancerStep.Adopt(object, arns, desired.owner().tags());
    }
}
