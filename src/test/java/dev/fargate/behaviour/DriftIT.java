package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateService;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Service;

/** What happens to a service behind the operator's back, and what the operator does about it. */
class DriftIT {
    private static final String ENVIRONMENT = "drift";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();

    @Test
    @Tag("promise-7")
    void aCountThatNobodyDeclaredIsNeverWrittenBack() {
        String ns = world.namespace("shared");
        world.apply(shared.service(ns).replace("  desiredCount: 1\n", ""));
        world.awaitReady(ns, "web");
        assertThat(ecs.requests("CreateService", "shared_web").getFirst().path("desiredCount"))
                .hasToString("1");

        updateElsewhere("shared_web", "\"desiredCount\": 3");
        world.await(ns, "web", "3 running", service -> service.getStatus().runningCount() == 3);
        world.apply(shared.service(ns).replace("  desiredCount: 1\n", "").replace("nginx:1", "nginx:2"));
        world.awaitReady(ns, "web");
        ecs.awaitLooks(2, "shared_web");

        assertThat(ecs.service(ENVIRONMENT, "shared_web").desiredCount()).isEqualTo(3);
        assertThat(ecs.requests("UpdateService", "shared_web"))
                .singleElement()
                .extracting(JsonNode::toString)
                .asString()
                .doesNotContain("desiredCount");
    }

    @Test
    @Tag("promise-7")
    void aDeclaredCountIsPutBack() {
        shared.readyService("counted");

        updateElsewhere("counted_web", "\"desiredCount\": 4");

        world.until(
                "the count to be put back",
                () -> ecs.service(ENVIRONMENT, "counted_web").desiredCount() == 1);
        assertThat(ecs.requests("UpdateService", "counted_web")).hasSize(1);
    }

    @Test
    void anotherTaskDefinitionNetworkAndDeploymentArePutBackByOneUpdate() {
        String ns = shared.readyService("drifted");
        Service before = ecs.service(ENVIRONMENT, "drifted_web");
        ecs.registerElsewhere("strangers");

        updateElsewhere("drifted_web", """
                "taskDefinition": "strangers",
                "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["%s"], "assignPublicIp": "ENABLED"}},
                "deploymentConfiguration": {"maximumPercent": 150, "minimumHealthyPercent": 0}""".formatted(world.account().get("SUBNET_A")));

        world.until("all to be put back", () -> {
            Service live = ecs.service(ENVIRONMENT, "drifted_web");
            return live.taskDefinition().equals(before.taskDefinition())
                    && live.networkConfiguration().equals(before.networkConfiguration())
                    && live.deploymentConfiguration().equals(before.deploymentConfiguration());
        });
        world.awaitReady(ns, "web");
        ecs.awaitLooks(1, "drifted_web");
        assertThat(ecs.requests("UpdateService", "drifted_web")).hasSize(1);
        assertThat(ecs.requests("RegisterTaskDefinition", "drifted_web")).hasSize(1);
    }

    @Test
    void reportedDriftStaysAndAnEditIsPutAllTheSame() {
        String ns = world.namespace("reported");
        String manifest = shared.service(ns) + "  driftPolicy: Report\n  ignoreFields: [/desiredCount]\n";
        world.apply(manifest);
        world.awaitReady(ns, "web");

        updateElsewhere("reported_web", """
                "desiredCount": 2,
                "deploymentConfiguration": {"maximumPercent": 150, "minimumHealthyPercent": 0}""");
        FargateService drifted = world.await(
                ns, "web", "drift", service -> !service.getStatus().drift().isEmpty());
        world.apply(manifest + "  enableECSManagedTags: true\n");
        world.until("the edit to be put", () -> ecs.service(ENVIRONMENT, "reported_web")
                .enableECSManagedTags());
        world.awaitReady(ns, "web");

        assertThat(drifted.getStatus().drift())
                .singleElement()
                .hasToString("Drift[path=deployment, desired=200/100, circuit breaker off, rollback off,"
                        + " live=150/0, circuit breaker off, rollback off]");
        assertThat(ecs.requests("UpdateService", "reported_web"))
                .singleElement()
                .extracting(JsonNode::toString)
                .asString()
                .doesNotContain("deploymentConfiguration", "desiredCount");
        assertThat(ecs.service(ENVIRONMENT, "reported_web").desiredCount()).isEqualTo(2);
    }

    @Test
    @Tag("promise-3")
    void aServiceDeletedFromOutsideIsCreatedAgainExactlyOnce() {
        String ns = shared.readyService("deleted");
        String incarnation = incarnation(ns);

        ecs.elsewhere("DeleteService", """
                {"cluster": "%s", "service": "deleted_web", "force": true}""".formatted(ENVIRONMENT));
        world.await(
                ns,
                "web",
                "another incarnation",
                service -> World.isReady(service)
                        && !incarnation.equals(service.getStatus().incarnation()));
        ecs.awaitLooks(2, "deleted_web");

        List<JsonNode> creations = ecs.requests("CreateService", "deleted_web");
        assertThat(creations).hasSize(2);
        assertThat(creations.getFirst().path("clientToken"))
                .isNotEqualTo(creations.getLast().path("clientToken"));
        assertThat(ecs.requests("RegisterTaskDefinition", "deleted_web")).hasSize(1);
    }

    @Test
    void aServiceThatVanishedIsCreatedAgain() {
        String ns = shared.readyService("vanished");
        String incarnation = incarnation(ns);

        ecs.command("""
                {"command": "remove-service", "cluster": "%s", "service": "vanished_web"}""".formatted(ENVIRONMENT));

        world.await(
                ns,
                "web",
                "another incarnation",
                service -> World.isReady(service)
                        && !incarnation.equals(service.getStatus().incarnation()));
        assertThat(ecs.requests("CreateService", "vanished_web")).hasSize(2);
    }

    @Test
    @Tag("promise-5")
    void anEmptyReplyIsNoDeletion() {
        String ns = shared.readyService("unanswered");

        int fault = world.aws().add(Fault.every("ecs", "DescribeServices", new Effect.Distort(Effect.Damage.EMPTY)));
        ecs.awaitLooks(3, "unanswered_web");
        world.aws().remove(fault);
        ecs.awaitLooks(2, "unanswered_web");

        world.awaitReady(ns, "web");
        assertThat(ecs.requests("CreateService", "unanswered_web")).hasSize(1);
        assertThat(ecs.requests("UpdateService", "unanswered_web")).isEmpty();
    }

    @Test
    void aRevisionDeregisteredFromOutsideIsReplaced() {
        String ns = shared.readyService("deregistered");

        ecs.elsewhere("DeregisterTaskDefinition", """
                {"taskDefinition": "deregistered_web:1"}""");

        world.await(
                ns,
                "web",
                "Ready on revision 2",
                service -> World.isReady(service)
                        && service.getStatus().taskDefinition().arn().endsWith(":2"));
        assertThat(ecs.service(ENVIRONMENT, "deregistered_web").taskDefinition())
                .endsWith(":2");
    }

    @Test
    @Tag("promise-4")
    void revisionsBeyondTheLimitAreDeregisteredAndForeignOnesStay() {
        String ns = world.namespace("history");
        String manifest = shared.service(ns) + "  revisionHistoryLimit: 1\n";
        world.apply(manifest);
        world.awaitReady(ns, "web");
        ecs.registerElsewhere("history_web");

        for (int edit = 2; edit <= 4; edit++) {
            world.apply(manifest.replace("nginx:1", "nginx:" + edit));
            world.awaitReady(ns, "web");
        }

        world.until("one earlier revision to be left", () -> ecs.revisions("history_web")
                .equals(List.of(2, 4, 5)));
        ecs.awaitLooks(2, "history_web");
        assertThat(ecs.requests("DeregisterTaskDefinition", "history_web")).hasSize(2);
        assertThat(ecs.revisions("history_web")).containsExactly(2, 4, 5);
    }

    @Test
    @Tag("promise-2")
    void tooFewRunningTasksAreDegradedUntilTheyAreBack() {
        String ns = world.namespace("degraded");
        world.apply(shared.service(ns).replace("desiredCount: 1", "desiredCount: 2"));
        world.awaitReady(ns, "web");

        ecs.command("""
                {"command": "capacity", "available": false}""");
        ecs.command("""
                {"command": "stop-tasks", "cluster": "%s", "service": "degraded_web"}""".formatted(ENVIRONMENT));
        FargateService degraded = world.awaitReason(ns, "web", "Degraded");
        ecs.command("""
                {"command": "capacity", "available": true}""");

        assertThat(World.ready(degraded).orElseThrow().getMessage()).contains("at least 2 must run");
        world.awaitReady(ns, "web");
        assertThat(ecs.requests("UpdateService", "degraded_web")).isEmpty();
    }

    private static String incarnation(String ns) {
        return world.service(ns, "web").orElseThrow().getStatus().incarnation();
    }

    private static void updateElsewhere(String service, String members) {
        ecs.elsewhere("UpdateService", """
                {"cluster": "%s", "service": "%s", %s}""".formatted(ENVIRONMENT, service, members));
    }
}
