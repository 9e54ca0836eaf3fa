package dev.fargate.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskSpec;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.Place;
import dev.fargate.api.PreflightReport;
import dev.fargate.api.TaskAttempt;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.Owner;
import dev.fargate.preflight.Preflights;
import dev.fargate.preflight.Subject;
import dev.fargate.taskdefinition.OwnRevisions;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;

class RunPreflightTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String REVISION = "arn:aws:ecs:eu-west-1:123456789012:task-definition/shop_migrate:1";
    private static final String SENTENCE = "Subnet subnet-a has no route to ECR.";
    private static final PreflightReport FAILED =
            report(List.of(new PreflightReport.Problem("Reachability", true, "NetworkUnreachable", SENTENCE)));
    private static final PreflightReport PASSED = report(List.of());

    /** Knows the same of all. */
    private record Known(PreflightReport report, List<Subject> asked, List<Instant> evidence) implements Preflights {
        static Known of(PreflightReport report) {
            return new Known(report, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public Optional<PreflightReport> of(
                String owner, Subject subject, Optional<PreflightReport> recorded, Optional<Instant> stopped) {
            asked.add(subject);
            stopped.ifPresent(evidence::add);
            return Optional.of(report);
        }

        @Override
        public Optional<Instant> again(String owner, Optional<PreflightReport> known) {
            return Optional.empty();
        }

        @Override
        public void forget(String owner) {}
    }

    @Test
    void the_roles_that_are_looked_at_are_those_that_the_run_puts_in_place_of_its_definition_s() {
        Known known = Known.of(PASSED);

        new RunPreflight(known).known(desired(), resource(), RunMemory.of(null));

        assertThat(known.asked()).singleElement().satisfies(subject -> {
            assertThat(subject.task().orElseThrow().executionRoleArn()).isEqualTo("arn:overridden");
            assertThat(subject.task().orElseThrow().taskRoleArn()).isEqualTo("arn:task");
        });
    }

    @Test
    void a_run_that_has_begun_with_another_revision_keeps_what_is_known() {
        Known known = Known.of(FAILED);
        RunMemory begun = RunMemory.of(null)
                .with(OwnRevisions.NONE.current(REVISION.replace(":1", ":7"), "v1-old"))
                .withPreflight(Optional.of(PASSED));

        assertThat(new RunPreflight(known).known(desired(), resource(), begun)).isEqualTo(begun);
        assertThat(known.asked()).isEmpty();
    }

    @Test
    void a_task_that_stopped_for_its_network_makes_it_look_again_and_is_explained() {
        Known known = Known.of(FAILED);
        RunMemory memory = RunMemory.of(null).with(History.NONE.plus(attempt("NetworkUnreachable")));

        RunMemory explained = new RunPreflight(known).known(desired(), resource(), memory);

        assertThat(known.evidence()).containsExactly(NOW);
        assertThat(explained.history().attempts())
                .singleElement()
                .extracting(TaskAttempt::meaning)
                .isEqualTo(SENTENCE);
    }

    @Test
    void that_all_is_well_is_worth_no_write_and_a_failure_is_told_at_once() {
        FargateTask resource = resource();
        FargateTaskStatus before = status(resource, RunMemory.of(null), NOW);
        resource.setStatus(before);
        Instant later = NOW.plus(Duration.ofMinutes(1));

        assertThat(RunPreflight.worthTelling(
                        before, status(resource, RunMemory.of(null).withPreflight(Optional.of(PASSED)), later)))
                .isSameAs(before);

        FargateTaskStatus failed = RunPreflight.worthTelling(
                before, status(resource, RunMemory.of(null).withPreflight(Optional.of(FAILED)), later));
        assertThat(failed.conditions()).first().satisfies(condition -> {
            assertThat(condition.getType()).isEqualTo("PreflightPassed");
            assertThat(condition.getStatus()).isEqualTo("False");
            assertThat(condition.getMessage()).isEqualTo(SENTENCE);
        });
        assertThat(RunPreflight.news(before, failed)).singleElement().satisfies(notice -> assertThat(notice.message())
                .isEqualTo("Preflight: " + SENTENCE));
        assertThat(RunPreflight.news(failed, failed)).isEmpty();
    }

    private static FargateTaskStatus status(FargateTask resource, RunMemory memory, Instant now) {
        return RunReport.of(resource, now).progress(memory);
    }

    private static DesiredRun desired() {
        return new DesiredRun(
                new Owner("cluster-1", "FargateTask", "shop", "migrate", "uid-1"),
                new DesiredRun.Where(
                        new AwsScope("production", "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN),
                        new Place("123456789012", "eu-west-1", "arn:cluster", null)),
                new RunSource.Given(
                        REVISION,
                        "v1-new",
                        1,
                        Optional.of(RegisterTaskDefinitionRequest.builder()
                                .executionRoleArn("arn:execution")
                                .taskRoleArn("arn:task")
                                .build())),
                RunTaskRequest.builder()
                        .networkConfiguration(network -> network.awsvpcConfiguration(vpc -> vpc.subnets("subnet-a")))
                        .overrides(override -> override.executionRoleArn("arn:overridden"))
                        .build(),
                DesiredRun.Limits.of(resource().getSpec()));
    }

    private static FargateTask resource() {
        FargateTask task = new FargateTask();
        task.setMetadata(new ObjectMetaBuilder()
                .withNamespace("shop")
                .withName("migrate")
                .withGeneration(1L)
                .build());
        task.setSpec(
                Serialization.jsonMapper().convertValue(Map.of("environment", "production"), FargateTaskSpec.class));
        return task;
    }

    private static TaskAttempt attempt(String cause) {
        return new TaskAttempt(
                "arn:aws:ecs:eu-west-1:123456789012:task/production/0123",
                TaskAttempt.Outcome.Failed,
                null,
                NOW.toString(),
                null,
                "TaskFailedToStart",
                "CannotPullContainerError",
                List.of(),
                cause,
                "General advice.",
                null);
    }

    private static PreflightReport report(List<PreflightReport.Problem> problems) {
        return new PreflightReport("hash", NOW.toString(), problems, List.of());
    }
}
