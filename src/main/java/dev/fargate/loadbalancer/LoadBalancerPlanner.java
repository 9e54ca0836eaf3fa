package dev.fargate.loadbalancer;

import dev.fargate.aws.LoadBalancers.LoadBalancer;
import dev.fargate.aws.TagChange;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Plan;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.loadbalancer.LoadBalancerView.Seen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans a load balancer: what it needs first, then itself, then what listens; what is wanted no more goes last, so that nothing is
 * served by less than it needs in between. Pure.
 */
final class LoadBalancerPlanner {
    private LoadBalancerPlanner() {}

    /**
     * What is to be done.
     *
     * @param former keys of the tags that were declared when they were last put
     */
    static Resolution<Plan<LoadBalancerStep>> plan(
            DesiredLoadBalancer desired, LoadBalancerView view, Collection<String> former) {
        return Claims.problem(desired, view)
                .<Resolution<Plan<LoadBalancerStep>>>map(Resolution.Unresolved::new)
                .orElseGet(() -> new Resolution.Resolved<>(new Plan<>(steps(desired, view, former))));
    }

    /** The steps that are calls: ELB's own work is only waited for. */
    static List<LoadBalancerStep> open(Plan<LoadBalancerStep> plan) {
        return plan.steps().stream()
                .filter(step -> !(step instanceof LoadBalancerStep.Await))
                .toList();
    }

    /** Nothing else is done to a load balancer before it is ours. */
    static Plan<LoadBalancerStep> takeoverFirst(Plan<LoadBalancerStep> plan) {
        return plan.steps().getFirst() instanceof LoadBalancerStep.Adopt adopt ? new Plan<>(List.of(adopt)) : plan;
    }

    /** What carries our tags goes. */
    static Resolution<Plan<LoadBalancerStep>> deletion(Departing departing, LoadBalancerView view) {
        List<LoadBalancerStep> steps = new ArrayList<>();
        for (Seen seen : ours(departing, view)) {
            if (departing.isProtected()) {
                return new Resolution.Unresolved<>(Problem.stalled(
                        "DeletionProtected",
                        ("Load balancer %s is protected against deletion, as spec.deletionProtection asks. Set it to false, or"
                                        + " deletionPolicy to Retain; nothing was changed.")
                                .formatted(departing.name())));
            }
            if (isProtected(seen)) {
                steps.add(unprotected(departing));
            }
            steps.add(
                    new LoadBalancerStep.Delete(departing.name(), seen.itself().arn()));
        }
        if (view.owns(departing.owner())) {
            steps.add(new LoadBalancerStep.DeleteGroup(departing.name()));
        }
        return new Resolution.Resolved<>(new Plan<>(steps));
    }

    private static List<Seen> ours(Departing departing, LoadBalancerView view) {
        return view.balancer().stream()
                .filter(seen -> departing.owner().owns(seen.ownTags()))
                .toList();
    }

    private static boolean isProtected(Seen seen) {
        return Boolean.parseBoolean(seen.attributes().get(DesiredLoadBalancer.PROTECTION));
    }

    private static LoadBalancerStep unprotected(Departing departing) {
        Map<String, String> off = Map.of(DesiredLoadBalancer.PROTECTION, "false");
        return new LoadBalancerStep.ModifyAttributes(
                departing.name(),
                off,
                LoadBalancerDifferences.ofAttributes(off, Map.of(DesiredLoadBalancer.PROTECTION, "true")));
    }

    private static List<LoadBalancerStep> steps(
            DesiredLoadBalancer desired, LoadBalancerView view, Collection<String> former) {
        List<LoadBalancerStep> steps = new ArrayList<>();
        view.balancer().flatMap(seen -> Takeover.step(desired, seen)).ifPresent(steps::add);
        steps.addAll(GroupPlanner.before(desired, view, former));
        view.balancer()
                .ifPresentOrElse(
                        seen -> steps.addAll(changes(desired, view, seen, former)),
                        () -> steps.addAll(creation(desired)));
        steps.addAll(GroupPlanner.after(desired, view));
        return steps;
    }

    private static List<LoadBalancerStep> creation(DesiredLoadBalancer desired) {
        List<LoadBalancerStep> steps = new ArrayList<>();
        steps.add(new LoadBalancerStep.Create(desired));
        attributes(desired, Map.of()).ifPresent(steps::add);
        steps.addAll(ListenerPlanner.additions(desired, List.of()));
        return steps;
    }

    private static List<LoadBalancerStep> changes(
            DesiredLoadBalancer desired, LoadBalancerView view, Seen seen, Collection<String> former) {
        LoadBalancer live = seen.itself();
        List<LoadBalancerStep> steps = new ArrayList<>();
        GroupPlanner.association(desired, view, live).ifPresent(steps::add);
        if (!desired.subnets().equals(live.subnets())) {
            steps.add(new LoadBalancerStep.SetSubnets(
                    desired.name(), desired.subnets(), difference("subnets", desired.subnets(), live.subnets())));
        }
        if (!desired.ipAddressType().equals(live.ipAddressType())) {
            steps.add(new LoadBalancerStep.SetIpAddressType(
                    desired.name(),
                    desired.ipAddressType(),
                    new Difference("ipAddressType", desired.ipAddressType(), live.ipAddressType())));
        }
        attributes(desired, seen.attributes()).ifPresent(steps::add);
        steps.addAll(ListenerPlanner.additions(desired, seen.listeners()));
        steps.addAll(ListenerPlanner.changes(desired, seen.listeners()));
        tags(desired, seen, former).ifPresent(steps::add);
        steps.addAll(ListenerPlanner.tags(desired, seen, former));
        if (live.state().code().equals("provisioning")) {
            steps.add(new LoadBalancerStep.Await(desired.name(), live.state().code()));
        }
        steps.addAll(ListenerPlanner.removals(desired, seen));
        return steps;
    }

    private static Optional<LoadBalancerStep> attributes(DesiredLoadBalancer desired, Map<String, String> live) {
        List<Difference> differences = LoadBalancerDifferences.ofAttributes(desired.attributes(), live);
        Map<String, String> changed = desired.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getValue().equals(live.getOrDefault(attribute.getKey(), "")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new LoadBalancerStep.ModifyAttributes(desired.name(), changed, differences));
    }

    private static Optional<LoadBalancerStep> tags(DesiredLoadBalancer desired, Seen seen, Collection<String> former) {
        TagChange change = TagChange.between(seen.ownTags(), desired.tags(), former);
        // An adoption has put the owner's already.
        TagChange rest = desired.owner().owns(seen.ownTags())
                ? change
                : change.without(desired.owner().tags().keySet());
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new LoadBalancerStep.Tag(
                        "load balancer " + desired.name(), seen.itself().arn(), rest));
    }

    static Difference difference(String path, Set<String> desired, Set<String> live) {
        return new Difference(path, LoadBalancerDifferences.text(desired), LoadBalancerDifferences.text(live));
    }
}
