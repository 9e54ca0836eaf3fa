package dev.fargate.service;

import dev.fargate.api.FargateService;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.ResolvedEnvironment;
import java.time.InstantSource;

/**
 * What the loop of services is told from outside.
 *
 * @param clusterId names this operator's cluster in owner tags
 * @param environments finds the environment of a service
 */
public record ServiceSettings(
        String clusterId, EnvironmentOf environments, Existence existence, Polls polls, InstantSource time) {

    /** The environment that a service names, if it may. */
    @FunctionalInterface
    public interface EnvironmentOf {
        Resolution<ResolvedEnvironment> of(FargateService resource);
    }
}
