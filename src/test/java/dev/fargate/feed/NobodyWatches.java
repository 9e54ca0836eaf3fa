package dev.fargate.feed;

import dev.fargate.aws.AnnouncedServices;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/** A watch of no services. */
record NobodyWatches() implements ServiceWatch, AnnouncedServices {
    @Override
    public Optional<Look> latest(ServiceRef ref) {
        return Optional.empty();
    }

    @Override
    public void ask(ServiceRef ref, Instant at) {}

    @Override
    public void writing(ServiceRef ref) {}

    @Override
    public void wrote(ServiceRef ref, Service reply) {}

    @Override
    public void forget(ServiceRef ref) {}

    @Override
    public boolean isAnnounced(ServiceRef ref) {
        return false;
    }

    @Override
    public void announce(String clusterArn, boolean announces) {}

    @Override
    public Optional<ServiceRef> find(String clusterArn, String service) {
        return Optional.empty();
    }
}
