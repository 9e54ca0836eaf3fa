package dev.fargate.loadbalancer;

import dev.fargate.api.Api;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.api.PlannedChange;
import dev.fargate.aws.LoadBalancers.Listener;
import dev.fargate.aws.LoadBalancers.LoadBalancer;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Conditions;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.loadbalancer.LoadBalancerView.Seen;
import dev.fargate.turn.PlannedChanges;
import dev.fargate.turn.ProblemReports;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the truth about a load balancer. Pure. */
record LoadBalancerReport(FargateLoadBalancer resource, Instant now) {
    private static final String IMPAIRED = "active_impaired";

    /** AWS holds what the spec asks for. */
    FargateLoadBalancerStatus ready(Seen seen, Owner owner, Known known) {
        LoadBalancer live = seen.itself();
        String words = IMPAIRED.equals(live.state().code())
                ? " ELB lacks what it needs to scale it: %s"
                        .formatted(live.state().reason().orElse("it gives no reason."))
                : "";
        return status(
                conditions()
                        .ready(
                                "Active",
                                "Load balancer %s is active at %s.%s%s"
                                        .formatted(
                                                live.fixed().name(),
                                                live.address().dnsName(),
                                                words,
                                                others(seen.listenersOfOthers(owner)))),
                known,
                List.of());
    }

    private static String others(List<Listener> listeners) {
        String ports = listeners.stream()
                .map(listener -> String.valueOf(listener.content().port()))
                .collect(Collectors.joining(", "));
        return ports.isEmpty() ? "" : " Listeners that somebody else has made stay as they are: %s.".formatted(ports);
    }

    /** AWS is at work, or is about to be. */
    FargateLoadBalancerStatus working(String reason, String message, Known known) {
        return status(conditions().reconciling(reason, message), known, List.of());
    }

    /** What would be done, and nothing is. */
    FargateLoadBalancerStatus observing(Plan<LoadBalancerStep> plan, Known known) {
        return status(conditions().observing(plan), known, PlannedChanges.of(plan));
    }

    FargateLoadBalancerStatus paused(Known known) {
        return status(
                resource.isMarkedForDeletion()
                        ? conditions().pausedDeletion()
                        : conditions().paused(),
                known,
                List.of());
    }

    /** It does not get on. */
    FargateLoadBalancerStatus problem(Problem problem, Known known) {
        return status(conditions().of(problem), known, List.of());
    }

    private FargateLoadBalancerStatus status(Conditions conditions, Known known, List<PlannedChange> plan) {
        return new FargateLoadBalancerStatus(
                resource.getMetadata().getGeneration(),
                conditions.toList(),
                ProblemReports.stalled(conditions.toList(), resource.getStatus(), now)
                        .orElse(null),
                known.place().orElse(null),
                known.ground().map(Known.Ground::vpcId).orElse(null),
                known.balancer().map(Known.Sighting::arn).orElse(null),
                known.balancer().map(Known.Sighting::state).orElse(null),
                known.balancer().map(Known.Sighting::dnsName).orElse(null),
                known.balancer().map(Known.Sighting::hostedZoneId).orElse(null),
                known.securityGroupId().orElse(null),
                known.listeners(),
                known.services(),
                plan,
                Api.annotation(resource, Api.RECONCILE_AT).orElse(null),
                known.tagKeys());
    }

    private Conditions conditions() {
        List<Condition> earlier =
                resource.getStatus() == null ? List.of() : resource.getStatus().conditions();
        return new Conditions(earlier, resource.getMetadata().getGeneration(), now);
    }
}
