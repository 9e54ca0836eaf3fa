package dev.fargate.loadbalancer;

import dev.fargate.api.FargateLoadBalancerSpec;
import dev.fargate.api.FargateLoadBalancerSpec.IpAddressType;
import dev.fargate.api.FargateLoadBalancerSpec.Scheme;
import dev.fargate.api.LoadBalancerListener;
import dev.fargate.api.ManagementPolicy;
import dev.fargate.api.Network;
import dev.fargate.aws.Digest;
import dev.fargate.aws.LoadBalancers.Content;
import dev.fargate.aws.LoadBalancers.Fixed;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SecurityGroups.Opening;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.Fence;
import dev.fargate.environment.Ownership;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.environment.WorkloadTags;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From the manifest and its environment to the load balancer that should be. Pure. */
final class LoadBalancerResolver {
    private LoadBalancerResolver() {}

    /**
     * What should be.
     *
     * @param owner the resource
     * @param vpcId of the subnets that the spec names
     */
    static Resolution<DesiredLoadBalancer> resolve(
            FargateLoadBalancerSpec spec, Owner owner, ResolvedEnvironment environment, String vpcId) {
        Optional<Problem> refusal = refusal(spec, new Fence(environment, owner.namespace()));
        if (refusal.isPresent()) {
            return new Resolution.Unresolved<>(refusal.get());
        }
        Ownership ownership = new Ownership(environment, owner, Optional.ofNullable(spec.adoptionPolicy()));
        return switch (WorkloadTags.of(environment, spec.tags(), owner)) {
            case Resolution.Unresolved<Map<String, String>> unresolved ->
                new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<Map<String, String>> tags ->
                new Resolution.Resolved<>(desired(spec, ownership, vpcId, tags.desired()));
        };
    }

    private static DesiredLoadBalancer desired(
            FargateLoadBalancerSpec spec, Ownership ownership, String vpcId, Map<String, String> tags) {
        String name = name(spec, ownership.owner());
        List<Content> listeners =
                spec.listeners().stream().map(Listeners::content).toList();
        return new DesiredLoadBalancer(
                ownership,
                spec.managementPolicy() == ManagementPolicy.Observe,
                new Fixed(name, isNetwork(spec) ? "network" : "application", scheme(spec), vpcId),
                Optional.ofNullable(spec.ipAddressType())
                        .orElse(IpAddressType.ipv4)
                        .name(),
                Set.copyOf(spec.subnets()),
                shield(spec, name),
                Attributes.of(spec),
                listeners,
                tags);
    }

    private static Optional<Problem> refusal(FargateLoadBalancerSpec spec, Fence fence) {
        return fence.check("spec", new Network(spec.subnets(), spec.securityGroups(), null))
                .or(() -> spec.listeners().stream()
                        .map(listener -> refusal(listener, fence))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<Problem> refusal(LoadBalancerListener listener, Fence fence) {
        String path = "spec.listeners[%d].".formatted(listener.port());
        return fence.checkCertificate(path + "certificateArn", listener.certificateArn())
                .or(() -> Optional.ofNullable(listener.defaultAction())
                        .map(LoadBalancerListener.DefaultAction::forward)
                        .flatMap(forward -> fence.checkTargetGroup(
                                path + "defaultAction.forward.targetGroupArn", forward.targetGroupArn())));
    }

    /** ELB takes 32 letters, digits and hyphens, where namespace and name may have 63 each. */
    static String name(FargateLoadBalancerSpec spec, Owner owner) {
        return Optional.ofNullable(spec.loadBalancerName())
                .orElseGet(() -> "f-"
                        + Digest.token("%s/%s/%s/%s"
                                .formatted(owner.clusterId(), owner.kind(), owner.namespace(), owner.name())));
    }

    private static String scheme(FargateLoadBalancerSpec spec) {
        return spec.scheme() == Scheme.InternetFacing ? "internet-facing" : "internal";
    }

    static boolean isNetwork(FargateLoadBalancerSpec spec) {
        return spec.type() == FargateLoadBalancerSpec.Type.NLB;
    }

    private static Shield shield(FargateLoadBalancerSpec spec, String name) {
        if (!spec.securityGroups().isEmpty()) {
            return new Shield.Given(Set.copyOf(spec.securityGroups()));
        }
        Set<Opening> openings = new HashSet<>();
        for (LoadBalancerListener listener : spec.listeners()) {
            spec.allowedSources().forEach(source -> openings.add(Opening.tcp(listener.port(), source)));
        }
        return new Shield.Own(name, openings);
    }
}
