package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a change of an environment reaches the services in it. */
class WavesIT {
    private static World world;
    private static Ecs ecs;

    @BeforeAll
    static void start() {
        world = World.start();
        ecs = world.ecs();
        world.operator();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void aChangeOfAnEnvironmentRollsAFewAtATimeUntilAllHaveIt() {
        String ns = world.namespace("waves");
        world.apply(environment("waves", 2));
        List<String> names = services(ns, "waves", 7, "nginx:1");

        int most;
        try (Watched watched = Watched.in(world, ns)) {
            world.apply(environment("waves", 2).replace("memory: 512", "memory: 1024"));
            names.forEach(name -> world.await(
                    ns,
                    name,
                    "Ready with the change",
                    service -> World.isReady(service)
                            && service.getStatus().taskDefinition().arn().endsWith(":2")));
            most = watched.mostAtOnce(service -> service.getStatus() != null
                    && service.getStatus().rollout() != null
                    && Boolean.TRUE.equals(service.getStatus().rollout().wave())
                    && service.getStatus().rollout().state() == RolloutState.IN_PROGRESS);
        }

        assertThat(most).isBetween(1, 2);
        names.forEach(name ->
                assertThat(ecs.requests("UpdateService", ns + "_" + name)).hasSize(1));
    }

    @Test
    void aTaskDefinitionThatAChangeOfItsEnvironmentRegistersRollsItsServicesInAWaveAndAnEditAllAtOnce() {
        String ns = world.namespace("waving");
        world.apply(environment("waving", 1));
        String definition = Manifests.taskDefinition(ns, "app", "waving", "nginx:1");
        world.apply(definition);
        List<String> names = List.of("s0", "s1", "s2");
        names.forEach(name -> world.apply(Manifests.serviceOf(ns, name, "waving", "app")));
        names.forEach(name -> world.awaitReady(ns, name));

        world.apply(environment("waving", 1).replace("memory: 512", "memory: 1024"));
        List<Boolean> waves = names.stream()
                .map(name -> awaitRevision(ns, name, 2).getStatus().rollout().wave())
                .toList();
        world.apply(definition.replace("nginx:1", "nginx:2"));
        List<Boolean> edits = names.stream()
                .map(name -> awaitRevision(ns, name, 3).getStatus().rollout().wave())
                .toList();

        assertThat(waves).containsOnly(true);
        assertThat(edits).containsOnlyNulls();
        assertThat(ecs.requests("RegisterTaskDefinition", "waving_")).hasSize(3);
    }

    private static FargateService awaitRevision(String ns, String name, int number) {
        return world.await(
                ns,
                name,
                "Ready on revision " + number,
                service -> World.isReady(service)
                        && service.getStatus().taskDefinition().arn().endsWith(":" + number));
    }

    @Test
    void aChangeThatFailsStopsAfterAFewAndAnotherChangeHeals() {
        String ns = world.namespace("stopped");
        world.apply(environment("stopped", 2));
        List<String> names = services(ns, "stopped", 6, "nginx:1");
        String edited = names.getFirst();

        int denial = world.aws()
                .add(new Fault(
                        Match.operation("ecs", "UpdateService").containing("stopped_s"), null, new Effect.Deny()));
        world.apply(environment("stopped", 2).replace("memory: 512", "memory: 1024"));
        world.until(
                "the wave to stop",
                () -> reasons(ns, names).stream().filter("WaveStopped"::equals).count() == 4);

        assertThat(reasons(ns, names)).filteredOn("AccessDenied"::equals).hasSize(2);
        names.forEach(name -> assertThat(ecs.service("stopped", ns + "_" + name).taskDefinition())
                .endsWith(":1"));

        world.aws().remove(denial);
        world.apply(environment("stopped", 2).replace("memory: 512", "memory: 2048"));
        names.forEach(name -> world.awaitReady(ns, name));

        world.apply(Manifests.service(ns, edited, "stopped", "nginx:2"));
        assertThat(world.awaitReady(ns, edited).getStatus().rollout().wave()).isNull();
    }

    private static List<String> reasons(String ns, List<String> names) {
        return names.stream()
                .map(name -> world.service(ns, name)
                        .flatMap(World::ready)
                        .map(condition -> condition.getReason())
                        .orElse(""))
                .toList();
    }

    private static List<String> services(String ns, String environment, int count, String image) {
        List<String> names =
                IntStream.range(0, count).mapToObj(number -> "s" + number).toList();
        names.forEach(name -> world.apply(Manifests.service(ns, name, environment, image)));
        names.forEach(name -> world.awaitReady(ns, name));
        return names;
    }

    private static String environment(String name, int atOnce) {
        return Manifests.environment(name)
                .replace(
                        "  access:\n", "  rollout: {maxConcurrent: %d, maxFailures: 2}\n  access:\n".formatted(atOnce));
    }
}
