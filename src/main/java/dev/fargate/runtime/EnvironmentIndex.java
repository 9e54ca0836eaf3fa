package dev.fargate.runtime;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.aws.AwsScope;
import dev.fargate.endpoints.EndpointsRecipe;
import dev.fargate.engine.Conditions;
import dev.fargate.environment.Environments;
import io.fabric8.kubernetes.api.model.Condition;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environments that the controller's own informer holds: workloads read them here, so that each kind is watched once. */
final class EnvironmentIndex implements EndpointsRecipe.Environments {
    private final SimpleInboundEventSource<FargateEnvironment> wakeUps = new SimpleInboundEventSource<>("feed");
    private IndexerResourceCache<FargateEnvironment> cache;

    void attach(IndexerResourceCache<FargateEnvironment> primaries) {
        cache = primaries;
    }

    SimpleInboundEventSource<FargateEnvironment> wakeUps() {
        return wakeUps;
    }

    /** There is news of an environment that neither Kubernetes nor time brings. */
    void wake(String name) {
        wakeUps.propagateEvent(new ResourceID(name));
    }

    @Override
    public Optional<FargateEnvironment> find(String name) {
        return cache.get(new ResourceID(name));
    }

    @Override
    public Stream<FargateEnvironment> all() {
        return cache.list();
    }

    /** Endpoints of a VPC have changed, which may give tasks there a way to AWS. */
    void wakeIn(String vpcId) {
        all().filter(environment -> environment.getStatus() != null
                        && vpcId.equals(environment.getStatus().vpcId()))
                .forEach(environment -> wake(environment.getMetadata().getName()));
    }

    /** The scope of each environment that is Ready, by name. */
    Map<String, AwsScope> scopes() {
        return cache.list()
                .filter(environment -> environment.getStatus() != null
                        && Conditions.isTrue(environment.getStatus().conditions(), Conditions.READY))
                .collect(Collectors.toMap(
                        environment -> environment.getMetadata().getName(),
                        environment ->
                                Environments.scope(environment.getMetadata().getName(), environment.getSpec())));
    }

    /** The conditions of each; none before the informer runs. */
    Stream<List<Condition>> conditions() {
        return cache == null
                ? Stream.of()
                : cache.list()
                        .map(environment -> environment.getStatus() == null
                                ? List.of()
                                : environment.getStatus().conditions());
    }

    /** Whether workloads see something else than before. */
    static boolean changed(FargateEnvironment before, FargateEnvironmentStatus after) {
        FargateEnvironmentStatus status = before.getStatus();
        return status == null
                || !Objects.equals(status.resolvedHash(), after.resolvedHash())
                || !Objects.equals(status.observedGeneration(), after.observedGeneration())
                || Conditions.isTrue(status.conditions(), Conditions.READY)
                        != Conditions.isTrue(after.conditions(), Conditions.READY);
    }
}
