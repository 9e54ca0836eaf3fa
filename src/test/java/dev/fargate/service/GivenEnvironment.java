package dev.fargate.service;

import dev.fargate.api.FargateService;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.service.ServiceSettings.EnvironmentOf;
import java.util.Optional;

/** The same environment for every service. */
record GivenEnvironment(Resolution<ResolvedEnvironment> environment) implements EnvironmentOf {

    @Override
    public Resolution<ResolvedEnvironment> of(FargateService resource) {
        return environment;
    }

    @Override
    public Optional<String> externalId(FargateService resource) {
        return Optional.empty();
    }
}
