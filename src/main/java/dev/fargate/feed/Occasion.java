package dev.fargate.feed;

import dev.fargate.api.Api;
import dev.fargate.api.FargateEnvironment;
import java.util.Optional;

/** A new spec, or a person who asks for it, makes a turn look and try at once. */
record Occasion(Long generation, Optional<String> reconcileAt) {

    static Occasion of(FargateEnvironment resource) {
        return new Occasion(resource.getMetadata().getGeneration(), Api.annotation(resource, Api.RECONCILE_AT));
    }
}
