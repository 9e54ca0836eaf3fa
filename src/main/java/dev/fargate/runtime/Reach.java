package dev.fargate.runtime;

import dev.fargate.aws.AwsScope;
import java.util.Optional;

/** How an account and region are reached: environments that do it in the same way share their calls. */
record Reach(String region, Optional<String> roleArn, AwsScope.Session session) {

    static Reach of(AwsScope scope) {
        return new Reach(scope.region(), scope.roleArn(), scope.session());
    }
}
