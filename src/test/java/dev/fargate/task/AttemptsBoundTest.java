package dev.fargate.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskSpec;
import dev.fargate.api.FargateTaskStatus.Launch;
import dev.fargate.api.Place;
import dev.fargate.api.PreflightReport;
import dev.fargate.api.TaskAttempt;
import dev.fargate.api.TaskAttempt.AttemptedContainer;
import dev.fargate.api.TaskAttempt.Outcome;
import dev.fargate.taskdefinition.OwnRevisions;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A status is copied with each change of it. */
class AttemptsBoundTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String ARN = "arn:aws:ecs:eu-west-1:123456789012:task/production/" + ID;

    @Test
    void five_attempts_are_kept_the_newest_in_full() {
        List<TaskAttempt> bounded = AttemptsBound.bounded(
                IntStream.range(0, 9).mapToObj(i -> attempt()).toList());

        assertThat(bounded).hasSize(5);
        assertThat(bounded.getFirst().meaning()).hasSize(400);
        assertThat(bounded.getLast().meaning()).hasSize(120);
    }

    @Test
    void a_status_with_a_hundred_tasks_and_five_failures_is_below_sixteen_KiB() {
        List<Launch> launches = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> new Launch(9900 + i, NOW.toString(), null, 1, null, List.of(ID)))
                .toList();
        History history = History.NONE;
        for (int i = 0; i < 9; i++) {
            history = history.plus(attempt());
        }
        RunMemory memory = new RunMemory(
                Optional.of(new Place(
                        "123456789012",
                        "eu-west-1",
                        "arn:aws:ecs:eu-west-1:123456789012:cluster/production",
                        "arn:aws:iam::123456789012:role/fargate/operator")),
                OwnRevisions.NONE.current("arn:aws:ecs:eu-west-1:123456789012:task-definition/shop_migrate:1", "v1-0"),
                List.of(),
                new Launches(10000, launches),
                history,
                Span.NONE.starting(NOW),
                Optional.of(new PreflightReport(
                        "h".repeat(26),
                        NOW.toString(),
                        List.of(open(400), open(100), open(100)),
                        List.of("w".repeat(100), "w".repeat(80), "Image", "Secret", "Role", "LogGroup", "Subnet"))));

        String json = Serialization.asJson(RunReport.of(resource(), NOW).progress(memory));

        assertThat(json.getBytes(StandardCharsets.UTF_8).length).isLessThan(16 * 1024);
    }

    private static PreflightReport.Problem open(int length) {
        return new PreflightReport.Problem("Reachability", true, "NetworkUnreachable", "x".repeat(length));
    }

    private static FargateTask resource() {
        FargateTask task = new FargateTask();
        task.setMetadata(new ObjectMetaBuilder()
                .withNamespace("shop")
                .withName("migrate")
                .withGeneration(1L)
                .build());
        task.setSpec(Serialization.jsonMapper()
                .convertValue(
                        Map.of("environment", "production", "completions", 10000, "parallelism", 100),
                        FargateTaskSpec.class));
        return task;
    }

    private static TaskAttempt attempt() {
        return new TaskAttempt(
                ARN,
                Outcome.Failed,
                NOW.toString(),
                NOW.toString(),
                1,
                "EssentialContainerExited",
                "r".repeat(1000),
                IntStream.range(0, 10)
                        .mapToObj(i -> new AttemptedContainer(
                                "container-" + i,
                                1,
                                "w".repeat(500),
                                "/fargate/shop/migrate",
                                "migrate/container-" + i + "/" + ID))
                        .toList(),
                "ExitCode",
                "m".repeat(1000),
                Console.of(ARN));
    }
}
