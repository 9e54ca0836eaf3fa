package dev.fargate.bench;

import dev.fargate.testing.Manifests;

/** From nothing to services that are Ready. */
final class Creation {
    private final Stage stage;
    private final Results results;
    private final Setup setup;
    private final Ground ground;
    private final Fleet fleet;
    private final Operators operators;
    private final int n;

    Creation(Stage stage) {
        this.stage = stage;
        this.results = stage.results();
        this.setup = stage.setup();
        this.ground = stage.ground();
        this.fleet = stage.fleet();
        this.operators = stage.operators();
        this.n = stage.workloads();
    }

    void start() throws InterruptedException {
        ground.apply(Manifests.environment(Fleet.ENVIRONMENT) + "  eventFeed: {enabled: %s}\n".formatted(setup.feed()));
        results.add("start_to_first_reconcile_seconds", operators.secondsToFirstReconcile(), 1);
        results.add("start_operator_cpu_seconds", operators.use().cpuSeconds());
        Progress.await("the environment to be Ready", setup, stage::environmentIsReady);
        if (setup.feed()) {
            Progress.await("the feed to be relied on, which takes a sweep", setup, stage::feedIsReliedOn);
        }
        stage.settle();
    }

    void create() {
        Stage.Mark mark = stage.mark();
        fleet.create("nginx:1");
        Progress.say(n + " services are applied");
        stage.awaitReady();
        double seconds = mark.seconds();
        ProcessUse use = operators.use();
        Progress.await("the environment to tell how many use it", setup, () -> stage.workloadsOfEnvironment() == n);
        stage.settle();
        Stage.Spent spent = stage.spent("create", mark);
        results.add("create_seconds_that_aws_buckets_and_rollout_allow", setup.wallSeconds());
        results.add("create_seconds_until_all_ready", seconds, setup.readyTargetSeconds());
        results.add("create_operator_cpu_seconds", use.cpuSeconds() - mark.use().cpuSeconds());
        AwsCalls calls = spent.calls();
        results.add("create_aws_register_calls_per_workload", calls.of("RegisterTaskDefinition") / (double) n, 1);
        results.add("create_aws_create_service_calls_per_workload", calls.of("CreateService") / (double) n, 1);
        results.holds(calls.writes() == 2L * n, "creating " + n + " services took AWS writes " + calls.byOperation());
        stage.holdsThatEachIsOnce();
    }
}
