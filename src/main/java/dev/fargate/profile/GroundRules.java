package dev.fargate.profile;

import dev.fargate.aws.Profiles.Cluster;
import dev.fargate.engine.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether a profile can be made in what was seen of cluster and network. Pure. */
final class GroundRules {
    private static final int MOST_SUBNETS = 16;
    /** A cluster that is being updated takes profiles afterwards: EKS says that it is busy. */
    private static final Set<String> USABLE = Set.of("ACTIVE", "UPDATING");

    private GroundRules() {}

    static Optional<Problem> problem(DesiredProfile desired, Surroundings seen) {
        return cluster(desired, seen)
                .or(() -> number(desired, seen))
                .or(() -> vpc(desired, seen))
                .or(() -> exposed(desired, seen));
    }

    private static Optional<Problem> cluster(DesiredProfile desired, Surroundings seen) {
        if (seen.cluster().isEmpty()) {
            return Optional.of(Problem.stalled(
                    "ClusterNotFound",
                    ("spec.clusterName: account %s has no EKS cluster %s in %s. Create it, or make another FargateProfile for the"
                                    + " right name or region.")
                            .formatted(
                                    seen.caller().accountId(),
                                    desired.cluster(),
                                    desired.scope().region())));
        }
        return seen.cluster()
                .map(Cluster::status)
                .filter(status -> !USABLE.contains(status))
                .map(status -> Problem.waiting(
                        "ClusterNotActive",
                        "EKS cluster %s is %s; it takes no profiles before it is ACTIVE. It is looked at again."
                                .formatted(desired.cluster(), status)));
    }

    private static Optional<Problem> number(DesiredProfile desired, Surroundings seen) {
        if (desired.spec().subnetSelector() == null) {
            return Optional.empty();
        }
        String tags = new TreeMap<>(desired.spec().subnetSelector().matchTags())
                .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
        if (seen.subnets().isEmpty()) {
            return Optional.of(Problem.stalled(
                    "NoneSelected",
                    "spec.subnetSelector: no subnet of the cluster's VPC carries the tags %s. Tag private subnets, or correct the selector."
                            .formatted(tags)));
        }
        return seen.subnets().size() <= MOST_SUBNETS
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "TooManySelected",
                        "spec.subnetSelector: %d subnets carry the tags %s; a profile takes %d here. Narrow it down by another tag."
                                .formatted(seen.subnets().size(), tags, MOST_SUBNETS)));
    }

    private static Optional<Problem> vpc(DesiredProfile desired, Surroundings seen) {
        String vpc = seen.cluster().map(Cluster::vpcId).orElse("");
        String strangers = seen.subnets().stream()
                .filter(subnet -> !subnet.vpcId().equals(vpc))
                .map(subnet -> subnet.id() + " (" + subnet.vpcId() + ")")
                .collect(Collectors.joining(", "));
        return strangers.isEmpty() || vpc.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "Invalid",
                        "spec.subnets: %s; cluster %s is in %s. Name private subnets of that VPC."
                                .formatted(strangers, desired.cluster(), vpc)));
    }

    private static Optional<Problem> exposed(DesiredProfile desired, Surroundings seen) {
        return seen.exposed().isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.stalled(
                        "SubnetNotPrivate",
                        ("spec.%s: a route leads from %s straight to an internet gateway, and EKS takes private subnets only. Choose"
                                        + " subnets whose way out is a NAT gateway or VPC endpoints.")
                                .formatted(
                                        desired.spec().subnetSelector() == null ? "subnets" : "subnetSelector",
                                        seen.exposed().stream().sorted().collect(Collectors.joining(", ")))));
    }
}
