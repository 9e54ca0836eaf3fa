package dev.fargate.profile;

import dev.fargate.aws.Identity.Caller;
import dev.fargate.aws.Profiles.Cluster;
import dev.fargate.aws.Subnets.Subnet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What changes seldom and is not ours: who we are, the cluster, and the subnets that are asked for.
 *
 * @param cluster empty when EKS knows none of the name
 * @param exposed ids of those subnets from which a route leads straight to an internet gateway
 */
record Surroundings(Caller caller, Optional<Cluster> cluster, List<Subnet> subnets, Set<String> exposed) {
    Surroundings {
        subnets = List.copyOf(subnets);
        exposed = Set.copyOf(exposed);
    }

    List<String> subnetIds() {
        return subnets.stream().map(Subnet::id).toList();
    }
}
