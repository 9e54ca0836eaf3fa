package dev.fargate.runtime;

import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.environment.Environments;
import dev.fargate.environment.ResolvedEnvironment;

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
    public AwsScope.Session session(String name) {
        return indexes.environments()
                .find(name)
                .map(environment -> Environments.session(environment.getSpec()))
                .orElse(AwsScope.Session.PLAIN);
    }
}
