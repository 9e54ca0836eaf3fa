package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.engine.Conditions;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.TaskDefinitions;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who uses a FargateTaskDefinition, and what is kept, counted and told because of it. */
class TaskDefinitionUseIT {
    private static final String ENVIRONMENT = "used";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(
            ENVIRONMENT, "taskDefinitions: [\"arn:aws:ecs:eu-west-1:123456789012:task-definition/{namespace}_*\"]");

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();
    private static final TaskDefinitions definitions = new TaskDefinitions(world);

    @Test
    @Tag("promise-4")
    void earlierRevisionsArePrunedButNeitherForeignOnesNorThoseThatRun() {
        String ns = world.namespace("pruned");
        String manifest = shared.definition(ns) + "  revisionHistoryLimit: 0\n";
        world.apply(manifest);
        definitions.awaitReady(ns, "app");
        String first = definitions.revision(ns, "app");
        ecs.registerElsewhere("pruned_app");
        world.apply(Manifests.serviceOf(ns, "follows", ENVIRONMENT, "app"));
        world.apply(Manifests.serviceOf(ns, "stays", ENVIRONMENT, first));
        world.awaitReady(ns, "follows");
        world.awaitReady(ns, "stays");

        for (int edit = 2; edit <= 3; edit++) {
            world.apply(manifest.replace("nginx:1", "nginx:" + edit));
            shared.awaitRevision(ns, "follows", edit + 1);
        }

        world.until("the one that nobody runs to be gone", () -> ecs.revisions("pruned_app")
                .equals(List.of(1, 2, 4)));
        definitions.await(
                ns,
                "app",
                "two revisions on record",
                found -> found.getStatus().taskDefinition().revisions().size() == 2);
        world.apply(Manifests.serviceOf(ns, "stays", ENVIRONMENT, "app"));
        world.until("the first one to be gone, too", () -> ecs.revisions("pruned_app")
                .equals(List.of(2, 4)));
        assertThat(world.service(ns, "stays").filter(World::isReady)).isPresent();
    }

    @Test
    @Tag("promise-4")
    void aDeletionWaitsForItsUsersAndLeavesNothing() {
        JsonNode before = world.aws().remaining();
        String ns = shared.twoServices("ended");

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

        world.environments().delete("namely");
        world.until("the deletion to wait", () -> world.environments()
                .find("namely")
                .flatMap(found -> Conditions.find(found.getStatus().conditions(), Conditions.READY))
                .filter(condition -> condition.getReason().equals("InUse"))
                .filter(condition -> condition.getMessage().contains("namely/app (FargateTaskDefinition)"))
                .isPresent());
        definitions.delete(ns, "app");
        definitions.awaitGone(ns, "app");

        world.environments().awaitGone("namely");
        assertThat(ecs.revisions("namely_app")).isEmpty();
    }

    @Test
    @Tag("promise-6")
    void theCountOfServicesIsToldInHalfAMinuteByOneWrite() {
        String ns = world.namespace("counted");
        world.apply(shared.definition(ns));
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
}
