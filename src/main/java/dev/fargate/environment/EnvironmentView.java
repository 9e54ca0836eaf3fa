package dev.fargate.environment;

import dev.fargate.aws.Identity.Caller;
import dev.fargate.aws.Subnets.SecurityGroup;
import dev.fargate.aws.Subnets.Subnet;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Cluster;

/**
 * What AWS holds of an environment.
 *
 * @param cluster empty when AWS knows no active cluster of that name
 */
record EnvironmentView(Surroundings surroundings, Optional<Cluster> cluster) {

    /** What changes seldom and is not ours: who we are and where tasks are put. */
    record Surroundings(Caller caller, List<Subnet> subnets, List<SecurityGroup> securityGroups) {
        Surroundings {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }
}
