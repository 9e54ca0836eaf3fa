package dev.fargate.service;

import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/** A watch that has seen one thing, and keeps the time of the next look that it is asked for. */
final class GivenLook implements ServiceWatch {
    private final Optional<Look> seen;
    private Optional<Instant> asked = Optional.empty();

    GivenLook(Optional<Look> seen) {
        this.seen = seen;
    }

    Optional<Instant> asked() {
        return asked;
    }

    @Override
    public Optional<Look> latest(ServiceRef ref) {
        return seen;
    }

    @Override
    public void ask(ServiceRef ref, Instant at) {
        asked = asked.filter(earlier -> earlier.isBefore(at)).or(() -> Optional.of(at));
    }

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
}
