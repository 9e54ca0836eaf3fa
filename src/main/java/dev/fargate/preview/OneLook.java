package dev.fargate.preview;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.aws.Services;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/** Looks once, when it is asked what there is; nobody waits for a later look. */
record OneLook(Aws.Accounts accounts, InstantSource time) implements ServiceWatch {
    private static final String INACTIVE = "INACTIVE";

    @Override
    public Optional<Look> latest(ServiceRef ref) {
        Instant now = time.instant();
        Services.Described found =
                accounts.of(ref.scope()).services().describe(ref.clusterArn(), List.of(ref.service()));
        Optional<Service> live = found.services().stream()
                .filter(service -> !INACTIVE.equals(service.status()))
                .findFirst();
        return Optional.of(
                live.<Look>map(service -> new Look.Found(service, now)).orElseGet(() -> new Look.Missing(now, now)));
    }

    @Override
    public void ask(ServiceRef ref, Instant at) {}

    @Override
    public void writing(ServiceRef ref) {
        throw new IllegalStateException("a preview writes nothing");
    }

    @Override
    public void wrote(ServiceRef ref, Service reply) {
        throw new IllegalStateException("a preview writes nothing");
    }

    @Override
    public void forget(ServiceRef ref) {}

    @Override
    public boolean isAnnounced(ServiceRef ref) {
        return false;
    }
}
