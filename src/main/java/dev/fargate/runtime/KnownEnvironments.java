package dev.fargate.runtime;

import dev.fargate.api.FargateEnvironmentSpec.AssumeRole;
import dev.fargate.api.FargateService;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.Environments;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.service.ServiceSettings.EnvironmentOf;
import java.util.Optional;

/** The environments of services, out of what the informers hold. */
record KnownEnvironments(EnvironmentIndex environments, ServiceIndex services) implements EnvironmentOf {

    @Override
    public Resolution<ResolvedEnvironment> of(FargateService resource) {
        String name = resource.getSpec().environment();
        String namespace = resource.getMetadata().getNamespace();
        return Environments.resolve(name, environments.find(name), namespace, services.labels(namespace));
    }

    @Override
    public Optional<String> externalId(FargateService resource) {
        return environments
                .find(resource.getSpec().environment())
                .map(environment -> environment.getSpec().assumeRole())
                .map(AssumeRole::externalId);
    }
}
