package dev.fargate.endpoints;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsSpec;
import dev.fargate.api.FargateEndpointsSpec.Preset;
import dev.fargate.api.FargateEnvironmentSpec.AssumeRole;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Endpoints as they should be, but for what depends on the network.
 *
 * @param services that are wanted, by their short names
 * @param tags the declared ones and the owner's
 */
record DesiredEndpoints(
        Owner owner,
        AwsScope scope,
        long generation,
        SortedSet<String> services,
        FargateEndpointsSpec spec,
        Map<String, String> tags) {
    static DesiredEndpoints of(FargateEndpoints resource, String clusterId) {
        FargateEndpointsSpec spec = resource.getSpec();
        String name = resource.getMetadata().getName();
        Owner owner = new Owner(
                clusterId, resource.getKind(), "", name, resource.getMetadata().getUid());
        Map<String, String> tags = new HashMap<>(spec.tags());
        tags.putAll(owner.tags());
        Optional<AssumeRole> role = Optional.ofNullable(spec.assumeRole());
        SortedSet<String> services = new TreeSet<>(spec.services());
        services.addAll(ServiceNames.of(Optional.ofNullable(spec.preset()).orElse(Preset.Private)));
        return new DesiredEndpoints(
                owner,
                new AwsScope(
                        name,
                        spec.region(),
                        role.map(AssumeRole::roleArn),
                        role.map(assumed -> new AwsScope.Session(
                                        Optional.ofNullable(assumed.externalId()),
                                        Boolean.TRUE.equals(assumed.sessionTags())))
                                .orElse(AwsScope.Session.PLAIN)),
                resource.getMetadata().getGeneration(),
                services,
                spec,
                Map.copyOf(tags));
    }

    /** The same, reached with the role that was recorded when they were made. */
    DesiredEndpoints recordedAt(Optional<String> roleArn) {
        return new DesiredEndpoints(
                owner,
                new AwsScope(scope.environment(), scope.region(), roleArn, scope.session()),
                generation,
                services,
                spec,
                tags);
    }

    String holder() {
        return owner.name();
    }

    boolean privateDns() {
        return !Boolean.FALSE.equals(spec.privateDns());
    }

    List<String> declaredTagKeys() {
        return Owner.declaredKeys(tags);
    }
}
