package dev.fargate.endpoints;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.api.FargateEndpointsSpec;
import dev.fargate.api.FargateEndpointsSpec.Preset;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentSpec.AssumeRole;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.EndpointPolicy;
import dev.fargate.aws.Owner;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.Environments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a spec comes to, with the environment that it may name. Pure.
 *
 * @param environments by name
 */
record EndpointsResolver(String clusterId, Function<String, Optional<FargateEnvironment>> environments) {

    Resolution<DesiredEndpoints> resolve(FargateEndpoints resource) {
        FargateEndpointsSpec spec = resource.getSpec();
        if (spec.environment() == null) {
            return resolved(resource, own(resource), spec.subnets(), Set.copyOf(spec.allowedSources()));
        }
        Optional<FargateEnvironment> found = environments.apply(spec.environment());
        Optional<Problem> problem = problem(spec, found);
        if (problem.isPresent()) {
            return new Resolution.Unresolved<>(problem.get());
        }
        FargateEnvironment environment = found.orElseThrow();
        FargateEnvironmentStatus status = environment.getStatus();
        boolean theirs = spec.subnets().isEmpty() && spec.subnetSelector() == null;
        return resolved(
                resource,
                Environments.scope(spec.environment(), environment.getSpec()),
                theirs
                        ? status.subnets().stream()
                                .map(FargateEnvironmentStatus.Subnet::id)
                                .toList()
                        : spec.subnets(),
                spec.allowedSources().isEmpty()
                        ? Set.copyOf(status.securityGroups())
                        : Set.copyOf(spec.allowedSources()));
    }

    private static Optional<Problem> problem(FargateEndpointsSpec spec, Optional<FargateEnvironment> environment) {
        if (environment.isEmpty()) {
            return Optional.of(Problem.stalled(
                    "EnvironmentNotFound",
                    "There is no FargateEnvironment %s. Create it, or see what there is: kubectl get fenv"
                            .formatted(spec.environment())));
        }
        FargateEnvironmentStatus status = environment.get().getStatus();
        if (status == null || status.vpcId() == null) {
            return Optional.of(Problem.waiting(
                    "EnvironmentNotReady",
                    "The network of environment %1$s has not been looked at yet. See: kubectl describe fenv %1$s"
                            .formatted(spec.environment())));
        }
        return Optional.empty();
    }

    private Resolution<DesiredEndpoints> resolved(
            FargateEndpoints resource, AwsScope scope, List<String> subnets, Set<String> sources) {
        FargateEndpointsSpec spec = resource.getSpec();
        SortedSet<String> services = new TreeSet<>(spec.services());
        services.addAll(ServiceNames.of(Optional.ofNullable(spec.preset()).orElse(Preset.Private)));
        Map<String, EndpointPolicy> policies = new HashMap<>();
        for (Map.Entry<String, String> entry : new TreeMap<>(spec.policies()).entrySet()) {
            Optional<EndpointPolicy> policy = EndpointPolicy.of(entry.getValue());
            if (policy.isEmpty() || !services.contains(entry.getKey())) {
                return new Resolution.Unresolved<>(Problem.stalled(
                        "Invalid",
                        policy.isEmpty()
                                ? "spec.policies.%s is no JSON object. Correct it.".formatted(entry.getKey())
                                : "spec.policies names %1$s, for which no endpoint is wanted. Add it to spec.services, or leave its policy out."
                                        .formatted(entry.getKey())));
            }
            policies.put(entry.getKey(), policy.get());
        }
        Owner owner = owner(resource);
        Map<String, String> tags = new HashMap<>(spec.tags());
        tags.putAll(owner.tags());
        return new Resolution.Resolved<>(new DesiredEndpoints(
                owner,
                scope,
                resource.getMetadata().getGeneration(),
                services,
                subnets,
                spec.securityGroups().isEmpty() ? sources : Set.of(),
                policies,
                spec,
                tags));
    }

    /** What is to be deleted, reached as it was when it was made. */
    DesiredEndpoints recorded(FargateEndpoints resource, Known before) {
        AwsScope scope = Optional.ofNullable(resource.getSpec().environment())
                .flatMap(environments)
                .map(found -> Environments.scope(found.getMetadata().getName(), found.getSpec()))
                .orElseGet(() -> own(resource));
        Owner owner = owner(resource);
        return new DesiredEndpoints(
                owner,
                new AwsScope(
                        scope.environment(), before.region().orElse(scope.region()), before.roleArn(), scope.session()),
                resource.getMetadata().getGeneration(),
                new TreeSet<>(),
                List.of(),
                Set.of(),
                Map.of(),
                resource.getSpec(),
                owner.tags());
    }

    private static AwsScope own(FargateEndpoints resource) {
        FargateEndpointsSpec spec = resource.getSpec();
        Optional<AssumeRole> role = Optional.ofNullable(spec.assumeRole());
        return new AwsScope(
                resource.getMetadata().getName(),
                Optional.ofNullable(spec.region()).orElse(""),
                role.map(AssumeRole::roleArn),
                role.map(assumed -> new AwsScope.Session(
                                Optional.ofNullable(assumed.externalId()), Boolean.TRUE.equals(assumed.sessionTags())))
                        .orElse(AwsScope.Session.PLAIN));
    }

    private Owner owner(FargateEndpoints resource) {
        return new Owner(
                clusterId,
                resource.getKind(),
                "",
                resource.getMetadata().getName(),
                resource.getMetadata().getUid());
    }
}
