package dev.fargate.bench;

import dev.fargate.api.FargateSchedule;
import dev.fargate.simulator.journal.CallRecord;
import dev.fargate.simulator.journal.Outcome;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Schedules whose runs the operator starts: at rest, and when all are due at the same second. */
final class Recurring {
    private static final String DEFINITION = "recurring";
    private static final Duration REST = Duration.ofSeconds(60);

    /** Enough to make them all and to see them at rest. */
    private static final Duration AHEAD = Duration.ofSeconds(150);

    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private final Stage stage;
    private final Results results;
    private final Setup setup;
    private final Ground ground;
    private final List<String> names;

    Recurring(Stage stage) {
        this.stage = stage;
        this.results = stage.results();
        this.setup = stage.setup();
        this.ground = stage.ground();
        this.names = IntStream.range(0, setup.schedules())
                .mapToObj("recurring-%04d"::formatted)
                .toList();
    }

    void all() {
        SharedDefinition.make(stage, DEFINITION);
        Instant due = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        try (SharedIndexInformer<FargateSchedule> made = ground.kubernetes()
                .resources(FargateSchedule.class)
                .inNamespace(Ground.NAMESPACE)
                .inform()) {
            Users.each(names, name -> create(name, due));
            await(made, "be scheduled", schedule -> due.toString()
                    .equals(schedule.getStatus().nextRunTime()));
            stage.settle();
            rest();
            dueAtOnce(made, due);
        }
    }

    private void create(String name, Instant due) {
        String manifest = """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateSchedule
                metadata: {namespace: %s, name: %s}
                spec:
                  environment: %s
                  taskDefinition: %s
                  schedule: rate(1 hour)
                  startDate: "%s"
                  concurrencyPolicy: Forbid
                """.formatted(Ground.NAMESPACE, name, Fleet.ENVIRONMENT, DEFINITION, due);
        ground.kubernetes()
                .genericKubernetesResources("fargate.dev/v1alpha1", "FargateSchedule")
                .load(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
                .create();
    }

    private void await(SharedIndexInformer<FargateSchedule> made, String what, Predicate<FargateSchedule> reached) {
        Progress.await(
                "all schedules to " + what,
                setup,
                () -> count(made, reached) == names.size(),
                () -> count(made, reached) + " schedules " + what);
    }

    private static long count(SharedIndexInformer<FargateSchedule> made, Predicate<FargateSchedule> reached) {
        return made.getStore().list().stream()
                .filter(schedule -> schedule.getStatus() != null)
                .filter(reached)
                .count();
    }

    private void rest() {
        Stage.Mark mark = stage.mark();
        Awaitility.await("a while at rest")
                .pollDelay(REST)
                .atMost(REST.multipliedBy(2))
                .until(() -> true);
        AwsCalls calls = ground.calls().since(mark.calls());
        Progress.say("schedules at rest: calls " + calls.byOperation());
        long others = calls.of("DescribeServices") + calls.of("DescribeClusters");
        results.add("schedules", names.size());
        results.add("schedules_rest_aws_calls_per_minute", (calls.total() - others) / (mark.seconds() / 60), 0);
        results.add(
                "schedules_rest_kubernetes_writes",
                ground.writes().since(mark.writes()).schedules(),
                0);
    }

    private void dueAtOnce(SharedIndexInformer<FargateSchedule> made, Instant due) {
        results.holds(Instant.now().isBefore(due), "the schedules were due before they had been at rest");
        int before = ground.tasks();
        Stage.Mark mark = stage.mark();
        await(made, "have run", schedule -> !schedule.getStatus().history().isEmpty());
        stage.settle();
        AwsCalls calls = ground.calls().since(mark.calls());
        KubernetesWrites writes = ground.writes().since(mark.writes());
        Progress.say("schedules: calls " + calls.byOperation() + ", writes " + writes.byRequest());
        late(due);
        double n = names.size();
        results.add("schedules_aws_run_task_calls_per_run", calls.accepted("RunTask") / n, 1);
        results.add("schedules_aws_describe_tasks_calls_per_run", calls.of("DescribeTasks") / n);
        results.add("schedules_kubernetes_writes_per_run", writes.schedules() / n);
        results.add(
                "schedules_kubernetes_writes_to_runs_per_run", (writes.statusesOfRuns() + writes.metadataOfRuns()) / n);
        int twice = ground.tasks() - before - names.size();
        results.add("schedules_tasks_started_twice", twice, 0);
        results.holds(twice == 0, names.size() + " tasks were due, and " + twice + " more were started");
    }

    /** By AWS's clock, which is that of the operator here. */
    private void late(Instant due) {
        List<Double> seconds = ground.aws().requests("ecs", "RunTask").stream()
                .filter(call -> call.outcome() == Outcome.OK)
                .map(CallRecord::time)
                .filter(due::isBefore)
                .sorted()
                .map(at -> Duration.between(due, at).toMillis() / 1e3)
                .toList();
        results.add(
                "schedules_seconds_that_fargate_allows_for_the_starts",
                setup.launchWallSeconds(names.size(), names.size()));
        results.add("schedules_median_seconds_late", share(seconds, MEDIAN));
        results.add("schedules_99_percent_seconds_late", share(seconds, NEARLY_ALL));
        results.add("schedules_most_seconds_late", seconds.getLast());
    }

    private static double share(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
