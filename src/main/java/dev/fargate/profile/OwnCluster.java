package dev.fargate.profile;

import dev.fargate.aws.Profiles.Cluster;
import java.util.Optional;

/** The Kubernetes cluster that the operator itself runs in, as far as a profile's deletion concerns it. */
public interface OwnCluster {
    /** Whether this EKS cluster is the one. */
    boolean is(Cluster cluster);

    /** The pods on a profile of it; empty if the operator may not list pods. */
    Optional<Pods> on(String profile);

    /**
     * Pods that a deletion stops.
     *
     * @param operator whether the operator's own pod is among them
     */
    record Pods(int running, boolean operator) {}
}
