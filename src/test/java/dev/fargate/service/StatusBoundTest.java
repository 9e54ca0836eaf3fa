package dev.fargate.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fargate.api.CompanionKind;
import dev.fargate.api.CompanionStatus;
import dev.fargate.api.Cost;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.api.HookRun;
import dev.fargate.api.Place;
import dev.fargate.api.PreflightReport;
import dev.fargate.api.RightSize;
import dev.fargate.api.RightSize.Judged;
import dev.fargate.api.RightSize.Used;
import dev.fargate.api.RightSize.Verdict;
import dev.fargate.api.ServiceHooks;
import dev.fargate.diagnosis.TaskFacts;
import dev.fargate.engine.Difference;
import dev.fargate.engine.Problem;
import dev.fargate.taskdefinition.OwnRevisions;
import dev.fargate.turn.PlannedChanges;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;
import software.amazon.awssdk.services.ecs.model.Task;

/** However much AWS says and however much differs, a status stays small enough for etcd and for a watch of 10,000. */
class StatusBoundTest {
    private static final String NAME = "n".repeat(63) + "_" + "w".repeat(63);
    private static final String LONG = "x".repeat(5000);

    @Test
    void the_status_is_at_most_16_KiB_at_its_worst() throws JsonProcessingException {
        FargateService resource = new FargateService();
        resource.setMetadata(new ObjectMetaBuilder().withGeneration(1L).build());
        String cluster = "arn:aws-us-gov:ecs:us-gov-west-1:123456789012:cluster/" + "c".repeat(255);
        OwnRevisions revisions = OwnRevisions.NONE;
        for (int i = 0; i < 6; i++) {
            revisions = revisions.current(
                    "arn:aws-us-gov:ecs:us-gov-west-1:123456789012:task-definition/" + NAME + ":10000" + i, "v1-" + i);
        }
        Memory memory = Memory.of(null)
                .withPlace(new Place(
                        "123456789012",
                        "us-gov-west-1",
                        cluster,
                        "arn:aws-us-gov:iam::123456789012:role/" + "r".repeat(500)))
                .withService(
                        Optional.of(cluster.replace(":cluster/", ":service/") + "/" + NAME), "2026-03-01T12:00:00Z")
                .withRevisions(revisions)
                .withRollout(new Rollout(
                        "ecs-svc/1",
                        "h",
                        RolloutState.FAILED,
                        "2026-03-01T12:00:00Z",
                        9,
                        LONG,
                        null,
                        2,
                        "h",
                        null,
                        null))
                .withStopped(TaskEndings.known(
                        List.of(),
                        IntStream.range(0, 20)
                                .mapToObj(StatusBoundTest::stopped)
                                .toList(),
                        TaskFacts.NONE,
                        Instant.EPOCH))
                .withPreflight(Optional.of(new PreflightReport(
                        "h".repeat(26),
                        ServiceCase.NOW.toString(),
                        List.of(open(400), open(100), open(100)),
                        List.of(
                                "w".repeat(100),
                                "w".repeat(100),
                                "Image",
                                "Secret",
                                "Role",
                                "LogGroup",
                                "TargetGroup",
                                "FileSystem"))))
                .withHook(hook(ServiceHooks.Stage.preDeploy))
                .withHook(hook(ServiceHooks.Stage.postDeploy))
                .withTagKeys(
                        IntStream.range(0, 44).mapToObj(i -> i + "k".repeat(60)).toList());
        Service service = Service.builder()
                .desiredCount(1)
                .runningCount(1)
                .pendingCount(1)
                .events(IntStream.range(0, 100)
                        .mapToObj(i -> ServiceEvent.builder()
                                .createdAt(ServiceCase.NOW)
                                .message(LONG)
                                .build())
                        .toList())
                .build();
        List<Difference> differences = IntStream.range(0, 60)
                .mapToObj(i -> new Difference("tags." + "k".repeat(60) + i, LONG, "other or absent"))
                .toList();

        FargateServiceStatus status = new ServiceReport(resource, ServiceCase.NOW)
                .problem(Problem.stalled("Invalid", LONG), memory, Optional.of(service), differences)
                .with(new Cost("0.02916", "21.29", "USD", "2026-08-28"), advice())
                .withCompanions(List.of(
                        scaling(CompanionKind.ScalableTarget, "service/" + "c".repeat(255) + "/" + NAME),
                        scaling(CompanionKind.ScalingPolicies, "service/" + "c".repeat(255) + "/" + NAME),
                        scaling(CompanionKind.StepAlarms, "fargate-operator-" + NAME + "/"),
                        scaling(CompanionKind.ScheduledActions, "service/" + "c".repeat(255) + "/" + NAME)));

        assertThat(Serialization.asJson(status.stoppedTasks())).hasSizeLessThan(4096);
        assertThat(size(status)).isLessThan(16 * 1024);
        assertThat(size(status.with(PlannedChanges.drift(differences), "v1-" + "h".repeat(32))))
                .as("with driftPolicy Report")
                .isLessThan(16 * 1024);
        assertThat(status.events()).hasSize(5);
        assertThat(status.drift()).hasSize(4);
        assertThat(status.stoppedTasks()).hasSize(5);
    }

    private static int size(FargateServiceStatus status) throws JsonProcessingException {
        return Serialization.jsonMapper().writeValueAsString(status).getBytes(StandardCharsets.UTF_8).length;
    }

    private static CompanionStatus scaling(CompanionKind kind, String id) {
        return new CompanionStatus(kind, "policies", id);
    }

    private static HookRun hook(ServiceHooks.Stage stage) {
        return new HookRun(
                stage,
                "r".repeat(63),
                "v1-" + "h".repeat(32),
                "a".repeat(31),
                HookRun.State.Failed,
                ServiceCase.NOW.toString(),
                "x".repeat(160));
    }

    private static RightSize advice() {
        return new RightSize(
                Verdict.Larger,
                "x".repeat(300),
                16384,
                122880,
                "-1234567.89",
                new Judged(16384, 122880, ServiceCase.NOW.toString()),
                new Used(100, 100, 336),
                ServiceCase.NOW.toString());
    }

    private static PreflightReport.Problem open(int length) {
        return new PreflightReport.Problem("Reachability", true, "NetworkUnreachable", "x".repeat(length));
    }

    /** Each of a kind of its own, with as many containers as a task may have and an image of the greatest length. */
    private static Task stopped(int number) {
        return Task.builder()
                .taskArn("arn:aws:ecs:eu-west-1:123456789012:task/production/" + "f".repeat(32))
                .stoppingAt(ServiceCase.NOW.plusSeconds(number))
                .stopCode("EssentialContainerExited")
                .stoppedReason("CannotPullContainerError: " + LONG)
                .containers(IntStream.range(0, 10)
                        .mapToObj(i -> Container.builder()
                                .name("c".repeat(60) + i)
                                .image("i".repeat(500))
                                .exitCode(number)
                                .reason(LONG)
                                .build())
                        .toList())
                .build();
    }
}
