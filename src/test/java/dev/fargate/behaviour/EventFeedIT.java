package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTaskStatus.Phase;
import dev.fargate.simulator.bus.Delivery;
import dev.fargate.simulator.ecs.EcsEvent;
import dev.fargate.testing.Feeds;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.Runs;
import dev.fargate.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes in AWS come by events only: the operator sweeps every 10 minutes, and its polls of rollouts come too late for any test. */
class EventFeedIT {
    private static final String ENVIRONMENT = "fed";
    private static final Duration SOON = Duration.ofSeconds(3);

    private static World world;
    private static Feeds feeds;
    private static OperatorUnderTest operator;

    @BeforeAll
    static void start() {
        world = World.start();
        feeds = new Feeds(world);
        operator = world.operator("--sweep=10m", "--feed-sweep=10m", "--rollout-polls=10m");
        world.apply(Feeds.manifest(ENVIRONMENT, true));
        feeds.await(ENVIRONMENT, "Receiving");
    }

    @AfterEach
    void heal() {
        world.aws().deliver(Delivery.FAITHFUL);
        pace(1_000, 200);
    }

    @AfterAll
    static void stop() {
        feeds.close();
        world.close();
    }

    @Test
    void aCompletedRolloutShowsWithinThreeSeconds() {
        String ns = world.namespace("completed");

        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1"));
        awaitEvent("completed_web", "SERVICE_DEPLOYMENT_COMPLETED");

        soon(ns, "Ready", World::isReady);
    }

    @Test
    void aFailedRolloutShowsWithinThreeSeconds() {
        String ns = world.namespace("failed");
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1") + """
                  deployment: {circuitBreaker: {enable: true, rollback: true}}
                """);
        world.awaitReady(ns, "web");

        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:fail-pull") + """
                  deployment: {circuitBreaker: {enable: true, rollback: true}}
                """);
        awaitEvent("failed_web", "SERVICE_DEPLOYMENT_FAILED");

        soon(ns, "failed", service -> hasReason(service, "RolloutFailed"));
    }

    @Test
    void aTaskThatSomebodyKillsShowsWithinThreeSecondsAndSoDoesItsReplacement() {
        String ns = world.namespace("killed");
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1"));
        world.awaitReady(ns, "web");
        pace(6_000, 6_000);

        kill("killed_web");

        soon(ns, "Degraded", service -> hasReason(service, "Degraded"));
        world.aws().clearEvents();
        awaitEvent("killed_web", "SERVICE_STEADY_STATE");
        soon(ns, "Ready", World::isReady);
        world.await(ns, "web", "told why the task stopped", service -> service.getStatus().stoppedTasks().stream()
                .anyMatch(task -> "UserInitiated".equals(task.code())));
    }

    @Test
    void theEndOfARunShowsWhenItIsAnnounced() {
        String ns = world.namespace("run");

        world.apply(Manifests.run(ns, ENVIRONMENT, "app:exit-0", ""));

        new Runs(world).await(ns, "run", Phase.Succeeded);
    }

    @Test
    void aRolloutThatSomebodyElseStartsShowsWithinThreeSeconds() {
        String ns = world.namespace("elsewhere");
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1"));
        world.awaitReady(ns, "web");
        String before = rollout(world.service(ns, "web").orElseThrow());

        world.ecs().elsewhere("UpdateService", """
                {"cluster": "%s", "service": "elsewhere_web", "forceNewDeployment": true}""".formatted(ENVIRONMENT));

        soon(ns, "rolling", service -> !rollout(service).equals(before));
        world.awaitReady(ns, "web");
    }

    @Test
    @Tag("promise-9")
    void repeatedDisorderedPoisonedAndForeignMessagesDoNoHarmAndCostNoLooks() {
        String ns = world.namespace("crowd");
        String queue = feeds.status(ENVIRONMENT).eventFeed().queueUrl();
        world.aws().deliver(new Delivery(3, true, false));
        world.aws().resetCounts();

        List<String> names = IntStream.range(0, 20).mapToObj(i -> "web-" + i).toList();
        names.forEach(name -> world.apply(Manifests.service(ns, name, ENVIRONMENT, "nginx:1")));
        for (String poison : List.of(
                "no JSON",
                "{",
                "[[[[",
                "{\"source\": \"aws.ecs\"}",
                "{\"source\": \"aws.ec2\", \"detail\": {}}",
                "x".repeat(200_000),
                """
                {"source": "aws.ecs", "detail-type": "ECS Deployment State Change", "time": "2026-01-01T00:00:00Z",
                 "resources": ["%s/unknown"], "detail": {"eventName": "SERVICE_DEPLOYMENT_COMPLETED"}}""".formatted(feeds.status(ENVIRONMENT).clusterArn().replace(":cluster/", ":service/")),
                """
                {"source": "aws.ecs", "detail-type": "ECS Deployment State Change", "time": "2026-01-01T00:00:00Z",
                 "resources": ["arn:aws:ecs:eu-west-1:123456789012:service/other/web"],
                 "detail": {"eventName": "SERVICE_DEPLOYMENT_COMPLETED"}}""")) {
            feeds.sqs().sendMessage(request -> request.queueUrl(queue).messageBody(poison));
        }

        names.forEach(name -> world.awaitReady(ns, name));
        feeds.awaitEmpty(queue);
        // Twenty creations, polled four times each, are eight full batches; alone, each of them would be 80 looks.
        assertThat(world.aws().calls("ecs", "DescribeServices")).isLessThanOrEqualTo(20);
        assertThat(operator.metrics())
                .contains("fargate_feed_messages_total{outcome=\"malformed\"}", "fargate_feeds{working=\"true\"} 1.0");
        assertThat(messages("malformed")).isEqualTo(5);
        assertThat(messages("foreign")).isEqualTo(2);
        assertThat(messages("unknown")).isEqualTo(1);
        assertThat(feeds.await(ENVIRONMENT, "Receiving")).isNotNull();
    }

    @Test
    void statusSaysHowChangesCome() {
        FargateEnvironmentStatus status = feeds.await(ENVIRONMENT, "Receiving");

        assertThat(status.eventFeed().name()).matches("fargate-fed-[0-9a-v]{10}");
        assertThat(status.eventFeed().queueUrl())
                .endsWith("/" + status.eventFeed().name());
    }

    private double messages(String outcome) {
        return operator.metrics()
                .lines()
                .filter(line -> line.startsWith("fargate_feed_messages_total{outcome=\"" + outcome + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    private static void soon(String namespace, String what, Predicate<FargateService> wanted) {
        Awaitility.await(what)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> world.service(namespace, "web").filter(wanted).isPresent());
    }

    private static boolean hasReason(FargateService service, String reason) {
        return World.ready(service)
                .filter(condition -> condition.getReason().equals(reason))
                .isPresent();
    }

    private static String rollout(FargateService service) {
        return service.getStatus().rollout().id();
    }

    private static void awaitEvent(String service, String name) {
        world.until(name, () -> world.aws().events().stream().anyMatch(event -> is(event, service, name)));
    }

    private static boolean is(EcsEvent event, String service, String name) {
        return event.resources().getFirst().endsWith("/" + service)
                && event.detail().path("eventName").asText().equals(name);
    }

    private static void kill(String service) {
        world.ecs().command("""
                {"command": "stop-tasks", "cluster": "%s", "service": "%s"}""".formatted(ENVIRONMENT, service));
    }

    private static void pace(int rollout, int stopping) {
        world.ecs().command("""
                {"command": "pace", "rolloutMillis": %d, "stoppingMillis": %d}""".formatted(rollout, stopping));
    }
}
