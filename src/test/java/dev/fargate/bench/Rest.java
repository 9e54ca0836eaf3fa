package dev.fargate.bench;

import java.time.Duration;
import org.awaitility.Awaitility;

/** When nothing changes, nothing should be written, and little be read. */
final class Rest {
    private static final int SWEEPS = 2;
    private static final double BATCH = 10;
    private static final int THOUSAND = 1000;
    private static final double MIB_FOR_A_THOUSAND = 176;
    private static final double MIB_FOR_TEN_THOUSAND = 240;

    private final Stage stage;
    private final Results results;
    private final Setup setup;
    private final Ground ground;
    private final Operators operators;
    private final int n;

    Rest(Stage stage) {
        this.stage = stage;
        this.results = stage.results();
        this.setup = stage.setup();
        this.ground = stage.ground();
        this.operators = stage.operators();
        this.n = stage.workloads();
    }

    void rest() {
        Progress.say("at rest for " + SWEEPS + " sweeps");
        Stage.Mark mark = stage.mark();
        Awaitility.await("two sweeps")
                .pollDelay(Setup.SWEEP.multipliedBy(SWEEPS))
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                // With a feed a sweep takes ten minutes, which nobody wants to wait for.
                .until(() -> setup.feed() || ground.calls().since(mark.calls()).servicesLookedAt() >= n);
        double minutes = mark.seconds() / 60;
        AwsCalls calls = ground.calls().since(mark.calls());
        KubernetesWrites writes = ground.writes().since(mark.writes());
        ProcessUse use = operators.use();
        results.add("rest_aws_calls_per_minute", calls.total() / minutes);
        double sweeps = calls.servicesLookedAt() / (double) n;
        results.add("rest_aws_describe_services_calls_per_minute", calls.of("DescribeServices") / minutes);
        results.add("rest_aws_feed_calls_per_minute", calls.ofFeed() / minutes);
        results.add("rest_sweeps_per_minute", sweeps / minutes);
        if (!setup.feed()) {
            results.add(
                    "rest_describe_services_calls_per_sweep",
                    Math.rint(calls.of("DescribeServices") / sweeps),
                    Math.ceil(n / BATCH));
        }
        results.add(
                "rest_operator_cpu_seconds_per_minute",
                (use.cpuSeconds() - mark.use().cpuSeconds()) / minutes);
        results.add("rest_kubernetes_writes", writes.total(), 0);
        results.add("rest_resident_mib", use.residentMib());
        results.add("rest_resident_private_mib", use.privateMib());
        results.holds(writes.total() == 0, "writes to Kubernetes at rest: " + writes.byRequest());
        results.holds(calls.writes() == 0, "writes to AWS at rest: " + calls.byOperation());
    }

    void restart() throws InterruptedException {
        Progress.say("restart");
        operators.stop();
        Stage.Mark mark = stage.mark();
        operators.start();
        Progress.await(
                "all to be looked at again",
                setup,
                () -> ground.calls().since(mark.calls()).servicesLookedAt() >= n);
        double seconds = mark.seconds();
        stage.settle();
        AwsCalls calls = ground.calls().since(mark.calls());
        KubernetesWrites writes = ground.writes().since(mark.writes());
        Progress.say("restart: calls " + calls.byOperation() + ", writes " + writes.byRequest());
        results.add("restart_seconds_until_all_compared", seconds);
        results.add("restart_aws_describe_services_calls", calls.of("DescribeServices"), Math.ceil(n / BATCH));
        results.add("restart_aws_other_reads", calls.reads() - calls.of("DescribeServices"));
        results.add("restart_aws_writes", calls.writes(), 0);
        results.add("restart_kubernetes_writes", writes.total(), 0);
    }

    void end() {
        ProcessUse use = operators.use();
        results.add(
                "whole_run_peak_resident_mib",
                use.peakMib(),
                n <= THOUSAND ? MIB_FOR_A_THOUSAND : MIB_FOR_TEN_THOUSAND);
        results.add("whole_run_operator_cpu_seconds", use.cpuSeconds());
        results.add(
                "whole_run_api_server_cpu_seconds",
                ProcessUse.ofStarted("/kube-apiserver").cpuSeconds());
        results.add("whole_run_etcd_cpu_seconds", ProcessUse.ofStarted("/etcd").cpuSeconds());
        results.add(
                "whole_run_simulator_cpu_seconds",
                ProcessUse.ofStarted("simulator.Simulator").cpuSeconds());
        results.add(
                "whole_run_aws_throttled_calls",
                ground.calls().throttled(),
                ground.calls().total() / 100.0);
        results.holds(
                ground.aws().violations().isEmpty(),
                "AWS's model was violated: " + ground.aws().violations());
    }
}
