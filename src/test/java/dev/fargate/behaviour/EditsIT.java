package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateService;
import dev.fargate.engine.Conditions;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an edit of a manifest does, and what it does not do. */
class EditsIT {
    private static final String ENVIRONMENT = "edits";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();

    @Test
    @Tag("promise-2")
    void anotherImageRollsTheServiceByItself() {
        String ns = shared.readyService("image");

        world.apply(shared.service(ns).replace("nginx:1", "nginx:2"));
        FargateService working = world.await(
                ns,
                "web",
                "at work on generation 2",
                service -> service.getStatus().observedGeneration() == 2);
        FargateService ready = world.awaitReady(ns, "web");

        assertThat(World.ready(working).orElseThrow().getStatus()).isEqualTo("False");
        assertThat(Conditions.isTrue(working.getStatus().conditions(), Conditions.RECONCILING))
                .isTrue();
        assertThat(ready.getStatus().taskDefinition().arn()).endsWith("image_web:2");
        assertThat(ready.getStatus().conditions())
                .extracting(Condition::getType)
                .doesNotContain(Conditions.RECONCILING, Conditions.STALLED);
        assertThat(ecs.service(ENVIRONMENT, "image_web").taskDefinition())
                .isEqualTo(ready.getStatus().taskDefinition().arn());
        assertThat(ecs.requests("RegisterTaskDefinition", "image_web")).hasSize(2);
        assertThat(ecs.requests("UpdateService", "image_web")).singleElement().satisfies(update -> assertThat(
                        update.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("cluster", "service", "taskDefinition"));
    }

    @Test
    void severalFieldsInOneEditAreOneUpdate() {
        String ns = shared.readyService("several");

        world.apply(shared.service(ns).replace("nginx:1", "nginx:2").replace("desiredCount: 1", "desiredCount: 2")
                + "  deployment: {minimumHealthyPercent: 50}\n");
        FargateService ready = world.awaitReady(ns, "web");

        assertThat(ready.getStatus().runningCount()).isEqualTo(2);
        assertThat(ecs.requests("RegisterTaskDefinition", "several_web")).hasSize(2);
        assertThat(ecs.requests("UpdateService", "several_web")).singleElement().satisfies(update -> {
            assertThat(update.path("taskDefinition").asText()).endsWith("several_web:2");
            assertThat(update.path("desiredCount").asInt()).isEqualTo(2);
            assertThat(update.at("/deploymentConfiguration/minimumHealthyPercent")
                            .asInt())
                    .isEqualTo(50);
        });
    }

    @Test
    @Tag("promise-4")
    void tagsAloneNeitherRegisterNorRoll() {
        String ns = world.namespace("tags");
        String tags = "  tags: {team: shop, tier: web}\n";
        world.apply(shared.service(ns) + tags);
        FargateService before = world.awaitReady(ns, "web");
        String arn = before.getStatus().serviceArn();
        ecs.elsewhere("TagResource", """
                {"resourceArn": "%s", "tags": [{"key": "cost", "value": "theirs"}]}""".formatted(arn));

        world.apply(shared.service(ns) + "  tags: {team: market}\n");
        world.until("the tags to change", () -> "market".equals(ecs.tags(arn).get("team")));
        FargateService after = world.awaitReady(ns, "web");
        ecs.awaitLooks(2, "tags_web");

        assertThat(ecs.tags(arn)).containsEntry("cost", "theirs").doesNotContainKey("tier");
        String revision = after.getStatus().taskDefinition().arn();
        assertThat(revision).isEqualTo(before.getStatus().taskDefinition().arn());
        assertThat(ecs.tags(revision)).containsEntry("team", "market").doesNotContainKey("tier");
        assertThat(ecs.requests("RegisterTaskDefinition", "tags_web")).hasSize(1);
        assertThat(ecs.requests("UpdateService", "tags_web")).isEmpty();
        assertThat(ecs.requests("TagResource", "tags_web")).hasSize(2);
        assertThat(ecs.requests("UntagResource", "tags_web"))
                .hasSize(2)
                .allSatisfy(untag -> assertThat(untag.path("tagKeys")).hasSize(1));
    }

    @Test
    @Tag("promise-2")
    void scalingDoesNotTakeReadyAway() {
        String ns = shared.readyService("scaled");

        List<FargateService> seen;
        try (Watched watched = Watched.in(world, ns)) {
            world.kubectl().run("scale", "fsvc", "web", "-n", ns, "--replicas=3");
            world.await(ns, "web", "3 running", service -> service.getStatus().runningCount() == 3);
            seen = watched.seen();
        }

        assertThat(seen).isNotEmpty().allSatisfy(service -> assertThat(
                        World.ready(service).orElseThrow().getStatus())
                .isEqualTo("True"));
        assertThat(ecs.requests("UpdateService", "scaled_web"))
                .extracting(JsonNode::toString)
                .singleElement()
                .asString()
                .contains("\"desiredCount\":3")
                .doesNotContain("taskDefinition");
        FargateService scaled = world.awaitReady(ns, "web");
        assertThat(Conditions.isTrue(scaled.getStatus().conditions(), "Scaled")).isTrue();
    }

    @Test
    void anEnvironmentsDefaultsRollItsServices() {
        world.apply(Manifests.environment("rolling"));
        String ns = world.namespace("defaults");
        world.apply(Manifests.service(ns, "one", "rolling", "nginx:1"));
        world.apply(Manifests.service(ns, "two", "rolling", "nginx:1"));
        world.awaitReady(ns, "one");
        world.awaitReady(ns, "two");

        world.apply(Manifests.environment("rolling")
                .replace("memory: 512", "memory: 1024")
                .replace("executionRoleArn: ${EXECUTION_ROLE_ARN}", "executionRoleArn: ${TASK_ROLE_ARN}"));

        for (String name : List.of("one", "two")) {
            world.await(
                    ns,
                    name,
                    "Ready on revision 2",
                    service -> World.isReady(service)
                            && service.getStatus().taskDefinition().arn().endsWith(":2"));
            JsonNode register =
                    ecs.requests("RegisterTaskDefinition", "defaults_" + name).getLast();
            assertThat(register.path("memory").asText()).isEqualTo("1024");
            assertThat(register.path("executionRoleArn").asText())
                    .isEqualTo(world.account().get("TASK_ROLE_ARN"));
            assertThat(ecs.requests("RegisterTaskDefinition", "defaults_" + name))
                    .hasSize(2);
            assertThat(ecs.requests("UpdateService", "defaults_" + name)).hasSize(1);
        }
    }
}
