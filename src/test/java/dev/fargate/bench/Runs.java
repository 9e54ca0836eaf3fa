package dev.fargate.bench;

import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.engine.Conditions;
import dev.fargate.simulator.journal.CallRecord;
import dev.fargate.simulator.journal.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** As many tasks at once as Fargate lets start: one to each run, and ten to each. */
final class Runs {
    private static final String DEFINITION = "batch";
    private static final int TASKS_OF_A_CALL = 10;
    private static final double SLACK = 1.1;
    private static final double PERCENT = 100;

    private final Stage stage;
    private final Results results;
    private final Setup setup;
    private final Ground ground;

    Runs(Stage stage) {
        this.stage = stage;
        this.results = stage.results();
        this.setup = stage.setup();
        this.ground = stage.ground();
    }

    void all() {
        ground.apply("""
                apiVersion: fargate.dev/v1alpha1
                kind: FargateTaskDefinition
                metadata: {namespace: %s, name: %s}
                spec:
                  environment: %s
                  task:
                    containers:
                      - name: app
                        image: batch:1
                        command: [sh, -c, exit 0]
                """.formatted(Ground.NAMESPACE, DEFINITION, Fleet.ENVIRONMENT));
        Progress.await("the task definition to be Ready", setup, this::definitionIsReady);
        atOnce("runs", setup.runs(), 1);
        atOnce("runs_of_10", setup.runs() / TASKS_OF_A_CALL, TASKS_OF_A_CALL);
    }

    private boolean definitionIsReady() {
        return Optional.ofNullable(ground.kubernetes()
                        .resources(FargateTaskDefinition.class)
                        .inNamespace(Ground.NAMESPACE)
                        .withName(DEFINITION)
                        .get()
                        .getStatus())
                .filter(status -> Conditions.isTrue(status.conditions(), Conditions.READY))
                .isPresent();
    }

    private void atOnce(String rows, int size, int completions) {
        stage.settle();
        try (Crowd crowd = new Crowd(ground.kubernetes(), size, completions)) {
            int before = ground.tasks();
            Instant begin = Instant.now();
            Stage.Mark mark = stage.mark();
            crowd.create(DEFINITION);
            Progress.say(size + " runs are applied");
            Progress.await(
                    "all runs to succeed",
                    setup,
                    () -> crowd.succeeded() == size,
                    () -> crowd.succeeded() + " have succeeded");
            double seconds = mark.seconds();
            ProcessUse use = stage.operators().use();
            stage.settle();
            AwsCalls calls = ground.calls().since(mark.calls());
            KubernetesWrites writes = ground.writes().since(mark.writes());
            Progress.say(rows + ": calls " + calls.byOperation() + ", writes " + writes.byRequest());
            started(rows, crowd, begin);
            results.add(rows + "_seconds_until_all_succeeded", seconds);
            results.add(
                    rows + "_operator_cpu_seconds",
                    use.cpuSeconds() - mark.use().cpuSeconds());
            results.add(rows + "_aws_run_task_calls_per_run", calls.accepted("RunTask") / (double) size, 1);
            results.add(rows + "_aws_describe_tasks_calls_per_run", calls.of("DescribeTasks") / (double) size);
            results.add(rows + "_aws_list_tasks_calls_per_run", calls.of("ListTasks") / (double) size);
            results.add(rows + "_aws_throttled_percent", PERCENT * calls.throttled() / calls.total(), 1);
            results.add(rows + "_kubernetes_status_writes_per_run", writes.statusesOfRuns() / (double) size);
            results.add(rows + "_kubernetes_other_writes_per_run", writes.metadataOfRuns() / (double) size - 1);
            results.add(rows + "_kubernetes_events_per_run", writes.events() / (double) size);
            int twice = ground.tasks() - before - crowd.tasks();
            results.add(rows + "_tasks_started_twice", twice, 0);
            results.holds(twice == 0, crowd.tasks() + " tasks were asked for, and " + twice + " more were started");
            crowd.delete();
            Progress.await("all runs to be gone", setup, () -> crowd.left() == 0, () -> crowd.left() + " are left");
        }
    }

    /** By AWS's clock, from the first call that started a task to the last. */
    private void started(String rows, Crowd crowd, Instant begin) {
        List<Instant> starts = ground.aws().requests("ecs", "RunTask").stream()
                .filter(call -> call.outcome() == Outcome.OK && call.time().isAfter(begin))
                .map(CallRecord::time)
                .sorted()
                .toList();
        double seconds = Duration.between(starts.getFirst(), starts.getLast()).toMillis() / 1e3;
        double wall = setup.launchWallSeconds(crowd.size());
        results.add(rows + "_tasks", crowd.tasks());
        results.add(rows + "_seconds_that_fargate_allows_for_the_starts", wall);
        if (setup.awsLimits()) {
            results.add(rows + "_seconds_from_first_to_last_start", seconds, SLACK * wall);
        } else {
            results.add(rows + "_seconds_from_first_to_last_start", seconds);
        }
        results.add(rows + "_tasks_started_per_second", crowd.tasks() / seconds);
    }
}
