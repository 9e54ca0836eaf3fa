package dev.fargate.routing;

import dev.fargate.api.Api;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceSpec.LoadBalancer;
import dev.fargate.api.ServiceListener;
import dev.fargate.aws.Routes.Front;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the listener that a service names. */
public final class Listeners {
    private final LoadBalancerOf balancers;

    public Listeners(LoadBalancerOf balancers) {
        this.balancers = balancers;
    }

    /** The FargateLoadBalancers that there are. */
    public interface LoadBalancerOf {
        Optional<FargateLoadBalancer> named(String namespace, String name);
    }

    /** {@code namespace/name} of the FargateLoadBalancer that a target of a service names, if it does. */
    public static Optional<String> named(FargateService service, LoadBalancer target) {
        return Optional.ofNullable(target.listener())
                .map(ServiceListener::loadBalancer)
                .map(name -> name.contains("/") ? name : service.getMetadata().getNamespace() + "/" + name);
    }

    /**
     * The listener.
     *
     * @param namespace of the service
     * @param environment of the service
     */
    Resolution<Entrance> find(String namespace, String environment, ServiceListener listener) {
        if (listener.listenerArn() != null) {
            return new Resolution.Resolved<>(new Entrance.Foreign(listener.listenerArn()));
        }
        int slash = listener.loadBalancer().indexOf('/');
        String where = slash < 0 ? namespace : listener.loadBalancer().substring(0, slash);
        String name = listener.loadBalancer().substring(slash + 1);
        Optional<FargateLoadBalancer> found = balancers.named(where, name);
        if (found.isEmpty()) {
            return new Resolution.Unresolved<>(Problem.waiting(
                    "LoadBalancerNotFound",
                    "spec.loadBalancers.listener.loadBalancer: there is no FargateLoadBalancer %s/%s. Create it, or name another: kubectl get flb -A"
                            .formatted(where, name)));
        }
        return refusal(found.get(), namespace, environment)
                .<Resolution<Entrance>>map(Resolution.Unresolved::new)
                .orElseGet(() -> at(found.get(), listener.port()));
    }

    private static Optional<Problem> refusal(FargateLoadBalancer balancer, String namespace, String environment) {
        String name = Api.qualified(balancer);
        if (!balancer.getSpec().environment().equals(environment)) {
            return Optional.of(Problem.stalled(
                    "Invalid",
                    "spec.loadBalancers.listener.loadBalancer: FargateLoadBalancer %s is in environment %s, and this service in %s. Name one of the same environment."
                            .formatted(name, balancer.getSpec().environment(), environment)));
        }
        List<String> allowed = balancer.getSpec().allowedNamespaces();
        return balancer.getMetadata().getNamespace().equals(namespace)
                        || allowed.contains(namespace)
                        || allowed.contains("*")
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "NotAllowed",
                        "spec.loadBalancers.listener.loadBalancer: FargateLoadBalancer %s does not let namespace %s in. Add it to the load balancer's allowedNamespaces, or name another one."
                                .formatted(name, namespace)));
    }

    private static Resolution<Entrance> at(FargateLoadBalancer balancer, int port) {
        List<FargateLoadBalancerStatus.Listener> there =
                balancer.getStatus() == null ? List.of() : balancer.getStatus().listeners();
        if (balancer.getMetadata().getDeletionTimestamp() != null) {
            return new Resolution.Unresolved<>(Problem.waiting(
                    "LoadBalancerNotReady",
                    "FargateLoadBalancer %s is being deleted. Name another one.".formatted(Api.qualified(balancer))));
        }
        Optional<String> arn = there.stream()
                .filter(listener -> listener.port() == port)
                .map(FargateLoadBalancerStatus.Listener::arn)
                .findFirst();
        if (arn.isPresent()) {
            return new Resolution.Resolved<>(
                    new Entrance.Known(new Front(arn.get(), balancer.getStatus().vpcId(), groups(balancer))));
        }
        boolean wanted = balancer.getSpec().listeners().stream().anyMatch(listener -> listener.port() == port);
        return new Resolution.Unresolved<>(
                wanted
                        ? Problem.waiting(
                                "LoadBalancerNotReady",
                                "FargateLoadBalancer %s does not listen on port %d yet: kubectl describe flb -n %s %s"
                                        .formatted(
                                                Api.qualified(balancer),
                                                port,
                                                balancer.getMetadata().getNamespace(),
                                                balancer.getMetadata().getName()))
                        : Problem.stalled(
                                "Invalid",
                                "spec.loadBalancers.listener.port: FargateLoadBalancer %s has no listener on port %d; it has: %s. Name one of those, or add a listener to it."
                                        .formatted(
                                                Api.qualified(balancer),
                                                port,
                                                balancer.getSpec().listeners().stream()
                                                        .map(listener ->
                                                                listener.port().toString())
                                                        .collect(Collectors.joining(", ")))));
    }

    private static Set<String> groups(FargateLoadBalancer balancer) {
        return balancer.getSpec().securityGroups().isEmpty()
                ? Stream.ofNullable(balancer.getStatus().securityGroupId()).collect(Collectors.toSet())
                : Set.copyOf(balancer.getSpec().securityGroups());
    }
}
