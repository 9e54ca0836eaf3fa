package dev.fargate.service;

import dev.fargate.api.FargateService;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.ResolvedEnvironment;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the loop of services is told from outside.
 *
 * @param clusterId names this operator's cluster in owner tags
 * @param environments finds the environment of a service
 * @param audit knows which revisions somebody deregistered
 */
public record ServiceSettings(
        String clusterId, EnvironmentOf environments, Rhythm rhythm, RevisionAudit audit, InstantSource time) {

    /**
     * When things are looked at.
     *
     * @param existence when a MISSING answer is believed
     * @param polls when a rollout is looked at
     */
    public record Rhythm(Existence existence, Polls polls) {}

    /** What is known of the environment that a service names. */
    public interface EnvironmentOf {

        /** The environment, if the service may use it and it is ready. */
        Resolution<ResolvedEnvironment> of(FargateService resource);

        /** The external id of its role, whatever its state: a deletion needs it, and it is not for a status to record. */
        Optional<String> externalId(FargateService resource);
    }
}
