package dev.fargate.runtime;

import dev.fargate.api.FargateEnvironmentSpec.AssumeRole;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.environment.Environments;
import dev.fargate.environment.ResolvedEnvironment;
import java.util.Optional;

/** The environments of workloads, out of what the informers hold. */
record KnownEnvironments(Indexes indexes) implements EnvironmentOf {

    @Override
    public Resolution<ResolvedEnvironment> of(String name, String namespace) {
        return Environments.resolve(
                name,
                indexes.environments().find(name),
                namespace,
                indexes.services().labels(namespace));
    }

    @Override
    public Optional<String> externalId(String name) {
        return indexes.environments()
                .find(name)
                .map(environment -> environment.getSpec().assumeRole())
                .map(AssumeRole::externalId);
    }
}
