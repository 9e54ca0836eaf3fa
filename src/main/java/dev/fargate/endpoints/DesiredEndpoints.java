package dev.fargate.endpoints;

import dev.fargate.api.FargateEndpointsSpec;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Digest;
import dev.fargate.aws.EndpointPolicy;
import dev.fargate.aws.Owner;
import dev.fargate.aws.SecurityGroups.Opening;
import dev.fargate.aws.VpcEndpoints.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Endpoints as they should be, but for what depends on the network.
 *
 * @param services that are wanted, by their short names
 * @param subnets by id; empty where they are chosen by tags
 * @param sources whom the group that is made lets in; empty where groups are given
 * @param policies by the short names of services
 * @param tags the declared ones and the owner's
 */
record DesiredEndpoints(
        Owner owner,
        AwsScope scope,
        long generation,
        SortedSet<String> services,
        List<String> subnets,
        Set<String> sources,
        Map<String, EndpointPolicy> policies,
        FargateEndpointsSpec spec,
        Map<String, String> tags) {
    private static final int HTTPS = 443;
    private static final int LONGEST_NAME = 200;
    private static final int HASH = 8;

    DesiredEndpoints {
        subnets = List.copyOf(subnets);
        sources = Set.copyOf(sources);
        policies = Map.copyOf(policies);
        tags = Map.copyOf(tags);
    }

    String holder() {
        return owner.name();
    }

    boolean privateDns() {
        return !Boolean.FALSE.equals(spec.privateDns());
    }

    String addresses() {
        return spec.ipAddressType() == null
                ? Content.IPV4
                : spec.ipAddressType().name();
    }

    EndpointPolicy policy(String service) {
        return policies.getOrDefault(service, EndpointPolicy.FULL_ACCESS);
    }

    /** Whether a security group is to be made. */
    boolean makesGroup() {
        return spec.securityGroups().isEmpty();
    }

    /** Unique in a VPC, which several clusters may use. EC2 takes 255 characters, and Kubernetes 253 for a name. */
    String groupName() {
        String name = owner.name();
        return "fargate-endpoints-%s-%s"
                .formatted(
                        name.substring(0, Math.min(LONGEST_NAME, name.length())),
                        Digest.hex(owner.clusterId() + "/" + name).substring(0, HASH));
    }

    Set<Opening> openings() {
        return sources.stream().map(source -> Opening.tcp(HTTPS, source)).collect(Collectors.toSet());
    }

    Optional<Map<String, String>> subnetTags() {
        return Optional.ofNullable(spec.subnetSelector()).map(selector -> selector.matchTags());
    }

    Optional<Map<String, String>> routeTableTags() {
        return Optional.ofNullable(spec.routeTableSelector()).map(selector -> selector.matchTags());
    }

    List<String> declaredTagKeys() {
        return Owner.declaredKeys(tags);
    }
}
