package dev.fargate.service;

import dev.fargate.engine.Resolution;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.environment.ResolvedEnvironment;
import java.util.Optional;

/** The same environment for every service. */
record GivenEnvironment(Resolution<ResolvedEnvironment> given) implements EnvironmentOf {

    @Override
    public Resolution<ResolvedEnvironment> of(String environment, String namespace) {
        return given;
    }

    @Override
    public Optional<String> externalId(String environment) {
        return Optional.empty();
    }
}
