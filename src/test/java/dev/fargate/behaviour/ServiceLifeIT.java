package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateService;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServiceLifeIT {
    private static World world;

    @BeforeAll
    static void start() {
        world = World.start();
        world.operator();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void aServiceBecomesReadyAndLeavesNothingWhenDeleted() {
        String shop = world.namespace("life");
        JsonNode before = world.aws().remaining();

        world.apply(Manifests.environment("life"));
        world.apply(Manifests.service(shop, "web", "life", "nginx:1"));
        FargateService ready = world.awaitReady(shop, "web");

        assertThat(ready.getStatus().taskDefinition().arn()).endsWith("life_web:1");
        assertThat(world.aws().calls("ecs", "RegisterTaskDefinition")).isEqualTo(1);
        assertThat(world.aws().calls("ecs", "CreateService")).isEqualTo(1);

        world.delete(shop, "web");
        world.awaitGone(shop, "web");
        world.environments().find("life").ifPresent(environment -> world.kubernetes()
                .resource(environment)
                .delete());
        world.environments().awaitGone("life");

        assertThat(world.aws().remaining()).isEqualTo(before);
        assertThat(world.aws().violations()).isEmpty();
    }
}
