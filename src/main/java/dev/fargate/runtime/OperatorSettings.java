package dev.fargate.runtime;

import dev.fargate.aws.RoleBounds;
import dev.fargate.cost.PriceTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How this operator runs; the command line and the environment give it.
 *
 * @param caBundle PEM file of authorities to trust beside those of the JVM when AWS is called
 * @param preflight whether it is looked into what tasks will meet with
 * @param rightSize how often the use of tasks is looked at for advice on their size; empty: never
 * @param workloadCosts whether metrics tell the cost of each service
 * @param pacing how AWS is called
 * @param prices what Fargate charges
 * @param roles where roles that the operator makes are, and what bounds them
 */
public record OperatorSettings(
        Cluster cluster,
        Optional<Path> caBundle,
        Http http,
        Leadership leadership,
        boolean preflight,
        Optional<Duration> rightSize,
        boolean workloadCosts,
        Pacing pacing,
        PriceTable prices,
        Roles roles) {

    /**
     * This Kubernetes cluster, and how much of it is ours to tend.
     *
     * @param id names it in owner tags; absent: the uid of namespace kube-system
     * @param namespaces whose workloads are tended; none: those of all
     */
    public record Cluster(Optional<String> id, Set<String> namespaces) {
        public Cluster {
            namespaces = Set.copyOf(namespaces);
        }
    }

    /**
     * Where roles that the operator makes are, and what bounds them.
     *
     * @param path in IAM
     * @param boundary path and name of a policy of the account; empty for none
     * @param podPath path in IAM of those for pods on Fargate, which get a policy of AWS's and no other; empty: none are made
     */
    public record Roles(String path, Optional<String> boundary, Optional<String> podPath) {
        public Roles {
            bounds(path, boundary);
            podPath.ifPresent(pods -> bounds(pods, Optional.empty()));
        }

        public RoleBounds bounds() {
            return bounds(path, boundary);
        }

        public Optional<RoleBounds> ofPods() {
            return podPath.map(pods -> bounds(pods, Optional.empty()));
        }

        private static RoleBounds bounds(String path, Optional<String> boundary) {
            return new RoleBounds(path, boundary);
        }
    }

    /** Where metrics and probes are served. */
    public record Http(String host, int port) {}

    /**
     * Who leads when there are several replicas.
     *
     * @param enabled off: this process assumes that it is alone
     * @param leaseDuration after its last renewal, before another replica may lead; whole seconds, since a Lease has no others
     */
    public record Leadership(boolean enabled, String leaseNamespace, String identity, Duration leaseDuration) {
        /** After the last renewal, before a leader gives up: two thirds, so that what has left it is answered before another leads. */
        Duration renewDeadline() {
            return leaseDuration.multipliedBy(2).dividedBy(3);
        }

        /** Between renewals, and between tries to become the leader. */
        Duration retryPeriod() {
            return leaseDuration.multipliedBy(2).dividedBy(15);
        }
    }

    /**
     * Rhythm of looks and writes.
     *
     * @param bucketShare share of AWS's request buckets that the operator may use
     * @param sweep every service is looked at this often
     * @param feedSweep the same where an event feed tells of changes
     * @param polls times since its start at which a rollout is looked at
     * @param missing when a MISSING answer is believed
     * @param audit deregistered revisions are looked for this often
     * @param concurrency turns that may run at once
     */
    public record Pacing(
            double bucketShare,
            Duration sweep,
            Duration feedSweep,
            List<Duration> polls,
            Missing missing,
            Duration audit,
            int concurrency) {
        public Pacing {
            polls = List.copyOf(polls);
        }
    }

    /**
     * A service that AWS answers MISSING for.
     *
     * @param confirmation between two such answers, before the service counts as deleted
     * @param settling after its creation, during which it is not yet visible
     */
    public record Missing(Duration confirmation, Duration settling) {}
}
