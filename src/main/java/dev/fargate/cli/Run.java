package dev.fargate.cli;

import dev.fargate.runtime.OperatorSettings;
import dev.fargate.runtime.OperatorSettings.Cluster;
import dev.fargate.runtime.OperatorSettings.Http;
import dev.fargate.runtime.OperatorSettings.Leadership;
import dev.fargate.runtime.OperatorSettings.Missing;
import dev.fargate.runtime.OperatorSettings.Pacing;
import dev.fargate.runtime.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the operator until it is told to stop. Every option can also be given as an environment variable. */
@Command(
        name = "run",
        description = "Runs the operator until SIGTERM.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {

    @Option(
            names = "--cluster-id",
            defaultValue = "${env:FARGATE_CLUSTER_ID}",
            description =
                    "Names this Kubernetes cluster in the owner tags of AWS objects. Default: uid of namespace kube-system.")
    private String clusterId;

    @Option(
            names = "--namespaces",
            split = ",",
            defaultValue = "${env:FARGATE_NAMESPACES}",
            description =
                    "Namespaces whose workloads are tended, with commas between them; all others are left alone. Default: all.")
    private Set<String> namespaces;

    @Option(
            names = "--ca-bundle",
            defaultValue = "${env:AWS_CA_BUNDLE}",
            description =
                    "PEM file of authorities to trust when AWS is called, for example a proxy's, beside those of the JVM.")
    private Path caBundle;

    @Option(
            names = "--prices",
            defaultValue = "${env:FARGATE_PRICES}",
            description =
                    "Price table for estimates of cost, in the form of the one that is built in, which it replaces. Default: the built-in one.")
    private Path prices;

    @Option(
            names = "--http-host",
            defaultValue = "${env:FARGATE_HTTP_HOST:-0.0.0.0}",
            description = "Address of /metrics, /livez and /readyz.")
    private String httpHost;

    @Option(
            names = "--http-port",
            defaultValue = "${env:FARGATE_HTTP_PORT:-8080}",
            description = "Port of /metrics, /livez and /readyz.")
    private int httpPort;

    @Option(
            names = "--leader-election",
            arity = "1",
            defaultValue = "${env:FARGATE_LEADER_ELECTION:-true}",
            description = "Only the holder of the Lease fargate-operator works. false: this process is the only one.")
    private boolean leaderElection;

    @Option(
            names = "--lease-namespace",
            defaultValue = "${env:FARGATE_LEASE_NAMESPACE:-fargate-system}",
            description = "Namespace of the Lease.")
    private String leaseNamespace;

    @Option(
            names = "--identity",
            defaultValue = "${env:HOSTNAME:-fargate-operator}",
            description = "Name of this replica in the Lease; a restarted container of the same pod keeps it.")
    private String identity;

    @Option(
            names = "--lease-duration",
            defaultValue = "${env:FARGATE_LEASE_DURATION:-15s}",
            converter = LeaseConverter.class,
            description =
                    "Another replica leads this long after the last renewal; a leader that could not renew ends after two"
                            + " thirds of it. Whole seconds, at least 3.")
    private Duration leaseDuration;

    @Option(
            names = "--bucket-share",
            defaultValue = "${env:FARGATE_BUCKET_SHARE:-0.95}",
            description = "Share of AWS's request buckets that the operator may use, above 0 and at most 1.")
    private double bucketShare;

    @Option(
            names = "--sweep",
            defaultValue = "${env:FARGATE_SWEEP:-60s}",
            converter = DurationConverter.class,
            description = "Every service is compared with AWS this often.")
    private Duration sweep;

    @Option(
            names = "--feed-sweep",
            defaultValue = "${env:FARGATE_FEED_SWEEP:-10m}",
            converter = DurationConverter.class,
            description = "The same for services of an environment whose event feed works.")
    private Duration feedSweep;

    @Option(
            names = "--rollout-polls",
            split = ",",
            defaultValue = "${env:FARGATE_ROLLOUT_POLLS:-15s,45s,90s,180s}",
            converter = DurationConverter.class,
            description =
                    "Times since its start at which a rollout is looked at, then at the interval of the last two; or a task"
                            + " of a run, then once in a sweep.")
    private List<Duration> rolloutPolls;

    @Option(
            names = "--missing-confirmation",
            defaultValue = "${env:FARGATE_MISSING_CONFIRMATION:-15s}",
            converter = DurationConverter.class,
            description = "A service counts as deleted after two MISSING answers this far apart.")
    private Duration missingConfirmation;

    @Option(
            names = "--missing-settling",
            defaultValue = "${env:FARGATE_MISSING_SETTLING:-60s}",
            converter = DurationConverter.class,
            description = "For this long after its creation a MISSING service is not yet visible.")
    private Duration missingSettling;

    @Option(
            names = "--revision-audit",
            defaultValue = "${env:FARGATE_REVISION_AUDIT:-10m}",
            converter = DurationConverter.class,
            description = "Revisions that somebody deregistered are looked for this often.")
    private Duration revisionAudit;

    @Option(
            names = "--preflight",
            arity = "1",
            defaultValue = "${env:FARGATE_PREFLIGHT:-true}",
            description =
                    "Look into what tasks will meet with before they start: images, roles, secrets, subnets, reachability."
                            + " false: no such calls, and no condition PreflightPassed.")
    private boolean preflight;

    @Option(
            names = "--right-size",
            defaultValue = "${env:FARGATE_RIGHT_SIZE:-0s}",
            converter = DurationConverter.class,
            description =
                    "What tasks of a service have used is looked at this often, for example 24h, for advice on their size. 0s: never.")
    private Duration rightSize;

    @Option(
            names = "--workload-costs",
            arity = "1",
            defaultValue = "${env:FARGATE_WORKLOAD_COSTS:-false}",
            description =
                    "Tell the estimated cost of each service in metrics, too: one time series for each of them. Its status tells it anyway.")
    private boolean workloadCosts;

    @Mixin
    private RoleOptions roles;

    @Option(
            names = "--concurrency",
            defaultValue = "${env:FARGATE_CONCURRENCY:-16}",
            description = "Resources that are worked on at once.")
    private int concurrency;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Running.untilStopped(
                new OperatorSettings(
                        new Cluster(Optional.ofNullable(clusterId).filter(id -> !id.isBlank()), listed(namespaces)),
                        Optional.ofNullable(caBundle)
                                .filter(file -> !file.toString().isBlank()),
                        new Http(httpHost, httpPort),
                        new Leadership(leaderElection, leaseNamespace, identity, leaseDuration),
                        preflight,
                        Optional.of(rightSize).filter(Duration::isPositive),
                        workloadCosts,
                        new Pacing(
                                bucketShare,
                                sweep,
                                feedSweep,
                                rolloutPolls,
                                new Missing(missingConfirmation, missingSettling),
                                revisionAudit,
                                concurrency),
                        PriceFile.read(prices, spec.commandLine()),
                        roles.read(spec)),
                Version.text());
        return 0;
    }

    /** A variable that is set and empty lists none. */
    private static Set<String> listed(Set<String> given) {
        return Stream.ofNullable(given)
                .flatMap(Set::stream)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
