package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateService;
import dev.fargate.api.StoppedTask;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Event;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that stop: status and Events say why, what it means and what to do, and reading it costs few calls. */
class StoppedTasksIT {
    private static final String ENVIRONMENT = "stopped";
    private static final String BREAKER = "  deployment: {circuitBreaker: {enable: true}}\n";
    private static final String CHECK = "        healthCheck: {command: [CMD-SHELL, 'curl -f localhost']}\n";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();

    @ParameterizedTest
    @CsvSource({
        "fail-pull,         ImageNotFound,      TaskFailedToStart,         Image nginx:fail-pull of container app does not exist",
        "fail-pull-denied,  ImageAccessDenied,  TaskFailedToStart,         the container repositoryCredentials",
        "fail-pull-timeout, NetworkUnreachable, TaskFailedToStart,         NAT gateway",
        "fail-secret,       SecretDenied,       TaskFailedToStart,         secretsmanager:GetSecretValue",
        "exit-3,            ExitCode,           EssentialContainerExited,  Container app ended by itself with exit code 3",
        "oom,               OutOfMemory,        EssentialContainerExited,  cpu 256 with memory 1024",
        "unhealthy,         ContainerHealth,    ServiceSchedulerInitiated, The health check of container app fails",
    })
    @Tag("promise-8")
    void aRolloutThatFailsNamesTheCauseAndTheNextStep(String tag, String cause, String code, String meaning) {
        String ns = world.namespace("stopped-" + tag);

        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:" + tag) + CHECK + BREAKER);
        FargateService failed = world.awaitReason(ns, "web", "RolloutFailed");

        assertThat(failed.getStatus().stoppedTasks()).first().satisfies(task -> {
            assertThat(task.cause()).isEqualTo(cause);
            assertThat(task.code()).isEqualTo(code);
            assertThat(task.meaning()).contains(meaning);
        });
        assertThat(World.ready(failed).orElseThrow().getMessage()).contains(meaning);
        assertThat(failed.getStatus().problem().cause()).isEqualTo(cause);
        assertThat(failed.getStatus().problem().message()).contains(meaning);
        world.until("the Events", () -> reasons(ns).contains("RolloutFailed"));
        assertThat(reasons(ns)).containsOnlyOnce(cause);
        assertThat(ecs.requests("ListTasks", ns + "_web")).hasSizeBetween(1, 3);
        assertThat(readsOf(ns)).isLessThanOrEqualTo(6);
    }

    @Test
    void whatIsKnownStaysWithoutAnotherCallUntilANewRolloutSucceeds() {
        String ns = world.namespace("remembered");
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:exit-1") + BREAKER);
        FargateService failed = world.awaitReason(ns, "web", "RolloutFailed");
        List<StoppedTask> told = failed.getStatus().stoppedTasks();
        ecs.awaitLooks(2, "remembered_web");
        long reads = readsOf(ns);
        String version = version(ns);

        ecs.awaitLooks(2, "remembered_web");
        shared.restartOperator();
        ecs.awaitLooks(3, "remembered_web");

        assertThat(told).isNotEmpty();
        assertThat(version(ns)).isEqualTo(version);
        assertThat(readsOf(ns)).isEqualTo(reads);

        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:2") + BREAKER);
        assertThat(world.awaitReady(ns, "web").getStatus().stoppedTasks()).isEmpty();
    }

    @Test
    @Tag("promise-9")
    void aRolloutThatGoesWellReadsNoTasks() {
        String ns = world.namespace("well");
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1"));
        world.awaitReady(ns, "web");
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:2"));
        world.awaitReady(ns, "web");
        ecs.awaitLooks(2, "well_web");

        assertThat(readsOf(ns)).isZero();
    }

    @Test
    @Tag("promise-8")
    void tasksThatCannotBePlacedAreToldWithTheNextStep() {
        String ns = world.namespace("crowded");
        ecs.command("{\"command\": \"capacity\", \"available\": false}");
        try {
            world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1"));
            FargateService waiting = world.await(ns, "web", "told of the capacity", service -> World.ready(service)
                    .filter(ready -> ready.getMessage().contains("Fargate has no capacity now in the zones of"))
                    .isPresent());
            assertThat(waiting.getStatus().events())
                    .anySatisfy(event -> assertThat(event.message()).contains("Capacity is unavailable at this time"));
        } finally {
            ecs.command("{\"command\": \"capacity\", \"available\": true}");
        }
        world.awaitReady(ns, "web");
    }

    private static long readsOf(String ns) {
        return ecs.requests("ListTasks", ns + "_web").size()
                + ecs.requests("DescribeTasks", "task/" + ENVIRONMENT + "/").stream()
                        .filter(request -> describes(request, ns))
                        .count();
    }

    /** A DescribeTasks names tasks only: whose they are, ECS knows. */
    private static boolean describes(JsonNode request, String ns) {
        return world.service(ns, "web").stream()
                .flatMap(service -> service.getStatus().stoppedTasks().stream())
                .anyMatch(task -> request.toString().contains(task.task()));
    }

    private static String version(String ns) {
        return world.service(ns, "web").orElseThrow().getMetadata().getResourceVersion();
    }

    private static List<String> reasons(String ns) {
        return world.kubernetes().v1().events().inNamespace(ns).list().getItems().stream()
                .map(Event::getReason)
                .toList();
    }
}
