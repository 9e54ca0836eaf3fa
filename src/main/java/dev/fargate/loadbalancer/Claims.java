package dev.fargate.loadbalancer;

import dev.fargate.aws.LoadBalancers.Fixed;
import dev.fargate.aws.LoadBalancers.LoadBalancer;
import dev.fargate.aws.SecurityGroups.Group;
import dev.fargate.engine.Problem;
import dev.fargate.loadbalancer.LoadBalancerView.Seen;
import java.util.Optional;

/** Whether what AWS holds can become what is wanted. Pure. */
final class Claims {
    private Claims() {}

    static Optional<Problem> problem(DesiredLoadBalancer desired, LoadBalancerView view) {
        return view.balancer()
                .flatMap(seen -> somebodyElses(desired, seen)
                        .or(() -> Takeover.refusal(desired, seen))
                        .or(() -> fixed(desired, seen.itself()))
                        .or(() -> unshielded(seen.itself()))
                        .or(() -> failed(seen.itself())))
                .or(() -> view.group().flatMap(group -> somebodyElses(desired, group)));
    }

    /** Neither a load balancer nor a security group leaves its VPC, and the group is found in it only. */
    static Problem moved(String from, String to) {
        return Problem.stalled(
                "Immutable",
                ("spec.subnets lie in %s, and the load balancer or its security group is in %s, which AWS cannot change. Name subnets of"
                                + " %2$s again, or make another FargateLoadBalancer and move the services to it; nothing was changed.")
                        .formatted(to, from));
    }

    private static Optional<Problem> somebodyElses(DesiredLoadBalancer desired, Seen seen) {
        String arn = seen.itself().arn();
        return desired.refusal("Load balancer " + arn, arn, seen.ownTags());
    }

    private static Optional<Problem> fixed(DesiredLoadBalancer desired, LoadBalancer live) {
        Fixed wanted = desired.fixed();
        Fixed found = live.fixed();
        return wanted.equals(found)
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "Immutable",
                        ("Load balancer %s is %s, %s, in %s; the spec asks for %s, %s, in %s, and AWS cannot change that. Undo the"
                                        + " change, or make another FargateLoadBalancer and move the services to it; nothing was changed.")
                                .formatted(
                                        found.name(),
                                        found.type(),
                                        found.scheme(),
                                        found.vpcId(),
                                        wanted.type(),
                                        wanted.scheme(),
                                        wanted.vpcId())));
    }

    /** ELB API reference, SetSecurityGroups: not for a Network Load Balancer that was made without a group. */
    private static Optional<Problem> unshielded(LoadBalancer live) {
        return live.groups().isEmpty() && live.fixed().type().equals("network")
                ? Optional.of(Problem.stalled(
                        "Immutable",
                        ("Load balancer %s was made without security groups, and AWS gives a Network Load Balancer none later. Make"
                                        + " another FargateLoadBalancer; nothing was changed.")
                                .formatted(live.fixed().name())))
                : Optional.empty();
    }

    private static Optional<Problem> failed(LoadBalancer live) {
        return live.state().code().equals("failed")
                ? Optional.of(Problem.stalled(
                        "LoadBalancerFailed",
                        "Load balancer %s could not be set up: %s Mend that, delete it in AWS, and it is made again."
                                .formatted(
                                        live.fixed().name(),
                                        live.state().reason().orElse("ELB gives no reason."))))
                : Optional.empty();
    }

    private static Optional<Problem> somebodyElses(DesiredLoadBalancer desired, Group group) {
        return desired.shield() instanceof Shield.Own own && !desired.owner().owns(group.tags())
                ? Optional.of(Problem.stalled(
                        "NotOurs",
                        ("Security group %s has the name %s, which this load balancer's is to have, and is another's. Delete it, or"
                                        + " name groups in spec.securityGroups; nothing was changed.")
                                .formatted(group.id(), own.name())))
                : Optional.empty();
    }
}
