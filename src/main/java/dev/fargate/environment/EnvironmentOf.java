package dev.fargate.environment;

import dev.fargate.api.Place;
import dev.fargate.aws.AwsScope;
import dev.fargate.engine.Resolution;
import java.util.Optional;

/** What is known of the environments that workloads name. */
public interface EnvironmentOf {

    /** The environment, if workloads of the namespace may use it and it is ready. */
    Resolution<ResolvedEnvironment> of(String environment, String namespace);

    /** How its role is assumed, whatever its state: a deletion needs it, and an external id is not for a status to record. */
    AwsScope.Session session(String environment);

    /** The way to where a workload was made: role and region of its status, and of the environment only how the role is assumed. */
    default AwsScope scope(String environment, Place place) {
        return new AwsScope(environment, place.region(), Optional.ofNullable(place.roleArn()), session(environment));
    }
}
