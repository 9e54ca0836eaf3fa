package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.engine.Conditions;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.TaskDefinitions;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who uses a FargateTaskDefinition, and what is kept, counted and told because of it. */
class TaskDefinitionUseIT {
    private static final String ENVIRONMENT = "used";

    private static World world;
    private static Ecs ecs;
    private static TaskDefinitions definitions;

    @BeforeAll
    static void start() {
        world = World.start();
        ecs = world.ecs();
        definitions = new TaskDefinitions(world);
        world.operator();
        world.apply(Manifests.environment(ENVIRONMENT)
                + "    taskDefinitions: [\"arn:aws:ecs:eu-west-1:123456789012:task-definition/{namespace}_*\"]\n");
        world.awaitEnvironment(ENVIRONMENT);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    @Tag("promise-4")
    void earlierRevisionsArePrunedButNeitherForeignOnesNorThoseThatRun() {
        String ns = world.namespace("pruned");
        String manifest = definition(ns) + "  revisionHistoryLimit: 0\n";
        world.apply(manifest);
        definitions.awaitReady(ns, "app");
        String first = definitions.revision(ns, "app");
        ecs.elsewhere("RegisterTaskDefinition", """
                {"family": "pruned_app", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256",
                 "memory": "512", "containerDefinitions": [{"name": "app", "image": "httpd:1"}]}""");
        world.apply(Manifests.serviceOf(ns, "follows", ENVIRONMENT, "app"));
        world.apply(Manifests.serviceOf(ns, "stays", ENVIRONMENT, first));
        world.awaitReady(ns, "follows");
        world.awaitReady(ns, "stays");

        for (int edit = 2; edit <= 3; edit++) {
            world.apply(manifest.replace("nginx:1", "nginx:" + edit));
            awaitRevision(ns, "follows", edit + 1);
        }

        world.until("the one that nobody runs to be gone", () -> ecs.revisions("pruned_app")
                .equals(List.of(1, 2, 4)));
        assertThat(definitions.get(ns, "app").getStatus().taskDefinition().revisions())
                .hasSize(2);
        world.apply(Manifests.serviceOf(ns, "stays", ENVIRONMENT, "app"));
        world.until("the first one to be gone, too", () -> ecs.revisions("pruned_app")
                .equals(List.of(2, 4)));
        assertThat(world.service(ns, "stays").filter(World::isReady)).isPresent();
    }

    @Test
    @Tag("promise-4")
    void aDeletionWaitsForItsUsersAndLeavesNothing() {
        JsonNode before = world.aws().remaining();
        String ns = twoServices("ended");

        definitions.delete(ns, "app");
        FargateTaskDefinition waiting = definitions.awaitReason(ns, "app", "InUse");
        assertThat(TaskDefinitions.message(waiting)).contains("ended/one, ended/two");
        world.delete(ns, "one");
        world.awaitGone(ns, "one");
        definitions.await(ns, "app", "waiting for one", found -> !TaskDefinitions.message(found)
                .contains("ended/one"));
        assertThat(ecs.revisions("ended_app")).containsExactly(1);
        world.apply(Manifests.service(ns, "two", ENVIRONMENT, "nginx:1"));
        definitions.awaitGone(ns, "app");

        assertThat(ecs.requests("DeregisterTaskDefinition", "ended_app")).hasSize(1);
        assertThat(ecs.service(ENVIRONMENT, "ended_two").deployments())
                .as("it is deregistered only when no deployment runs it any more")
                .allSatisfy(
                        deployment -> assertThat(deployment.taskDefinition()).contains("/ended_two:"));
        world.delete(ns, "two");
        world.awaitGone(ns, "two");
        assertThat(world.aws().remaining()).isEqualTo(before);
    }

    @Test
    void anEnvironmentInUseNamesTheTaskDefinition() {
        String ns = world.namespace("namely");
        world.apply(Manifests.environment("namely"));
        world.apply(Manifests.taskDefinition(ns, "app", "namely", "nginx:1"));
        definitions.awaitReady(ns, "app");

        world.kubernetes()
                .resources(FargateEnvironment.class)
                .withName("namely")
                .delete();
        world.until("the deletion to wait", () -> world.environment("namely")
                .flatMap(found -> Conditions.find(found.getStatus().conditions(), Conditions.READY))
                .filter(condition -> condition.getReason().equals("InUse"))
                .filter(condition -> condition.getMessage().contains("namely/app (FargateTaskDefinition)"))
                .isPresent());
        definitions.delete(ns, "app");
        definitions.awaitGone(ns, "app");

        world.until(
                "the environment to be gone", () -> world.environment("namely").isEmpty());
        assertThat(ecs.revisions("namely_app")).isEmpty();
    }

    @Test
    @Tag("promise-6")
    void theCountOfServicesIsToldInHalfAMinuteByOneWrite() {
        String ns = world.namespace("counted");
        world.apply(definition(ns));
        FargateTaskDefinition fresh = definitions.awaitReady(ns, "app");
        assertThat(fresh.getStatus().services()).isZero();

        List<String> written = new CopyOnWriteArrayList<>();
        try (Watch watch = definitions.of(ns, "app").watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, FargateTaskDefinition found) {
                written.add(found.getMetadata().getResourceVersion());
            }

            @Override
            public void onClose(WatcherException cause) {
                written.add("the watch ended");
            }
        })) {
            for (String name : List.of("one", "two", "three")) {
                world.apply(Manifests.serviceOf(ns, name, ENVIRONMENT, "app"));
                world.awaitReady(ns, name);
            }
            definitions.await(
                    ns, "app", "3 services", found -> found.getStatus().services() == 3);
        }

        assertThat(written)
                .as("as it was, and at most two writes")
                .hasSizeBetween(1, 3)
                .doesNotContain("the watch ended");
    }

    private static String twoServices(String ns) {
        world.namespace(ns);
        world.apply(definition(ns));
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "app"));
        world.apply(Manifests.serviceOf(ns, "two", ENVIRONMENT, "app"));
        world.awaitReady(ns, "one");
        world.awaitReady(ns, "two");
        return ns;
    }

    private static String definition(String ns) {
        return Manifests.taskDefinition(ns, "app", ENVIRONMENT, "nginx:1");
    }

    private static void awaitRevision(String ns, String service, int number) {
        world.await(
                ns,
                service,
                "Ready on revision " + number,
                found -> World.isReady(found)
                        && found.getStatus().taskDefinition().arn().endsWith(":" + number)
                        && found.getStatus().rollout().state().name().equals("COMPLETED"));
    }
}
