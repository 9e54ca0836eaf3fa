package dev.fargate.bench;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.engine.Conditions;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;

/** What the phases work with, and how they measure and wait. */
record Stage(Setup setup, Ground ground, Fleet fleet, Operators operators, Results results) {
    private static final Duration QUIET = Duration.ofSeconds(4);

    /** Reads of AWS are shared by ten services: fewer services than a hundred cannot share so well. */
    private static final int SHARING = 100;

    private static final double READS_PER_WORKLOAD = 0.5;
    private static final double KUBERNETES_WRITES_PER_WORKLOAD = 4;
    private static final double PERCENT = 100;

    int workloads() {
        return setup.workloads();
    }

    boolean environmentIsReady() {
        return environment()
                .filter(status -> Conditions.isTrue(status.conditions(), Conditions.READY))
                .isPresent();
    }

    /** Whether sweeps are rare by now, because changes come by messages. */
    boolean feedIsReliedOn() {
        return environment()
                .map(FargateEnvironmentStatus::sweepSeconds)
                .filter(sweep -> sweep > Setup.SWEEP.toSeconds())
                .isPresent();
    }

    /** Told at the environment's next sweep. */
    int workloadsOfEnvironment() {
        return environment().map(FargateEnvironmentStatus::workloads).orElse(0);
    }

    Optional<FargateEnvironmentStatus> environment() {
        return Optional.ofNullable(ground.kubernetes()
                .resources(FargateEnvironment.class)
                .withName(Fleet.ENVIRONMENT)
                .get()
                .getStatus());
    }

    void awaitReady() {
        Progress.await("all to be Ready", setup, fleet::allReady, () -> fleet.ready() + " are Ready");
    }

    /** Until nothing was written for some seconds: Events come after the status that they tell of. */
    void settle() {
        KubernetesWrites[] last = {ground.writes()};
        Awaitility.await("everything to be quiet")
                .atMost(setup.patience())
                .pollDelay(QUIET)
                .pollInterval(QUIET)
                .until(() -> {
                    KubernetesWrites before = last[0];
                    last[0] = ground.writes();
                    return last[0].equals(before);
                });
    }

    Mark mark() {
        return new Mark(
                System.nanoTime(),
                ground.calls(),
                ground.writes(),
                operators.use(),
                new Others(fleet.writes(), operators.sweepCalls()));
    }

    /** What a phase that writes has cost, and whether each workload cost no more than it should. */
    Spent spent(String phase, Mark mark) {
        Spent spent =
                new Spent(ground.calls().since(mark.calls), ground.writes().since(mark.writes));
        double n = workloads();
        spent.calls
                .byOperation()
                .forEach((operation, count) -> results.add(phase + "_aws_calls_" + operation.replace(':', '_'), count));
        long sweeps = operators.sweepCalls() - mark.others.sweepCalls;
        double reads = (spent.calls.reads() - sweeps) / n;
        if (workloads() >= SHARING) {
            results.add(phase + "_aws_reads_per_workload_without_sweeps", reads, READS_PER_WORKLOAD);
        } else {
            results.add(phase + "_aws_reads_per_workload_without_sweeps", reads);
        }
        results.add(phase + "_aws_sweep_calls", sweeps);
        results.add(phase + "_aws_feed_calls", spent.calls.ofFeed());
        results.add(phase + "_aws_throttled_calls", spent.calls.throttled(), spent.calls.total() / PERCENT);
        Progress.say(phase + ": writes to Kubernetes, the bench's own included: " + spent.writes.byRequest());
        results.add(
                phase + "_kubernetes_writes_per_workload",
                (spent.writes.services() - (fleet.writes() - mark.others.writes)) / n,
                KUBERNETES_WRITES_PER_WORKLOAD);
        results.add(phase + "_kubernetes_events_per_workload", spent.writes.events() / n);
        results.add(phase + "_kubernetes_writes_to_the_environment", spent.writes.environments());
        return spent;
    }

    /** What makes all figures meaningless if it is not so. */
    void holdsThatEachIsOnce() {
        int n = workloads();
        results.holds(ground.services() == n, ground.services() + " services exist at AWS, and " + n + " were made");
        results.holds(ground.clusters() == 1, ground.clusters() + " clusters exist at AWS, and one was made");
        int revisions = fleet.revisions().size();
        results.holds(revisions == n, revisions + " revisions are run by " + n + " services");
    }

    /** Calls and writes since a mark. */
    record Spent(AwsCalls calls, KubernetesWrites writes) {}

    /** The counts at a moment. */
    record Mark(long nanoTime, AwsCalls calls, KubernetesWrites writes, ProcessUse use, Others others) {
        double seconds() {
            return (System.nanoTime() - nanoTime) / 1e9;
        }
    }

    /**
     * Counts of what a phase is not charged with.
     *
     * @param writes to Kubernetes, by the bench itself
     * @param sweepCalls that would have been made without the phase
     */
    record Others(long writes, long sweepCalls) {}
}
