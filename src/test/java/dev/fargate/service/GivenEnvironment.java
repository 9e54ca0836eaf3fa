package dev.fargate.service;

import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.environment.ResolvedEnvironment;

/** The same environment for every service. */
record GivenEnvironment(Resolution<ResolvedEnvironment> given) implements EnvironmentOf {

    @Override
    public Resolution<ResolvedEnvironment> of(String environment, String namespace) {
        return given;
    }

    @Override
    public AwsScope.Session session(String environment) {
        return AwsScope.Session.PLAIN;
    }
}
