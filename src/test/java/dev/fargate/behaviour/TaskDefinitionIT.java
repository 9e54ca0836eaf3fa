package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.engine.Conditions;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.TaskDefinitions;
import dev.fargate.testing.World;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The life of a FargateTaskDefinition and of the services that share it. */
class TaskDefinitionIT {
    private static final String ENVIRONMENT = "shared";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();
    private static final TaskDefinitions definitions = new TaskDefinitions(world);

    @Test
    @Tag("promise-2")
    @Tag("promise-3")
    void twoServicesShareOneRegistrationAndAnEditRollsBothByThemselves() {
        String ns = shared.twoServices("pair");
        assertThat(ecs.requests("RegisterTaskDefinition", "pair_")).hasSize(1);

        try (Watched watched = Watched.in(world, ns)) {
            world.apply(shared.definition(ns).replace("nginx:1", "nginx:2"));
            for (String service : List.of("one", "two")) {
                shared.awaitRevision(ns, service, 2);
                assertThat(watched.seen())
                        .as("%s is not Ready while it rolls", service)
                        .filteredOn(seen -> seen.getMetadata().getName().equals(service))
                        .anySatisfy(seen -> assertThat(
                                        Conditions.isTrue(seen.getStatus().conditions(), Conditions.RECONCILING))
                                .isTrue());
            }
        }

        assertThat(ecs.requests("RegisterTaskDefinition", "pair_")).hasSize(2);
        assertThat(ecs.requests("UpdateService", "pair_one")).hasSize(1);
        assertThat(ecs.requests("UpdateService", "pair_two")).hasSize(1);
        FargateService one = world.service(ns, "one").orElseThrow();
        assertThat(one.getMetadata().getGeneration()).isEqualTo(1);
        assertThat(one.getStatus().taskDefinition().sourceGeneration()).isEqualTo(2);
        assertThat(one.getStatus().taskDefinition().revisions()).isEmpty();
    }

    @Test
    void aDefaultOfTheEnvironmentRegistersARevisionAndRollsTheServices() {
        String ns = world.namespace("defaults");
        world.apply(Manifests.environment("defaults"));
        world.apply(Manifests.taskDefinition(ns, "app", "defaults", "nginx:1"));
        world.apply(Manifests.serviceOf(ns, "one", "defaults", "app"));
        world.awaitReady(ns, "one");

        world.apply(Manifests.environment("defaults").replace("memory: 512", "memory: 1024"));

        shared.awaitRevision(ns, "one", 2);
        assertThat(ecs.requests("RegisterTaskDefinition", "defaults_app"))
                .extracting(request -> request.path("memory").asText())
                .containsExactly("512", "1024");
        assertThat(ecs.requests("UpdateService", "defaults_one")).hasSize(1);
    }

    @Test
    void tagsAreChangedWithoutARevision() {
        String ns = world.namespace("tagged");
        world.apply(shared.definition(ns) + "  tags: {team: blue, old: \"yes\"}\n");
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "app"));
        world.awaitReady(ns, "one");
        String revision = definitions.revision(ns, "app");

        world.apply(shared.definition(ns) + "  tags: {team: green}\n");

        world.until("the tags to be changed", () -> "green"
                .equals(ecs.tags(revision).get("team")));
        definitions.awaitReady(ns, "app");
        assertThat(ecs.tags(revision))
                .doesNotContainKey("old")
                .containsEntry("fargate.dev/kind", "FargateTaskDefinition");
        assertThat(ecs.requests("RegisterTaskDefinition", "tagged_app")).hasSize(1);
        assertThat(ecs.requests("UpdateService", "tagged_one")).isEmpty();
    }

    @Test
    void aRevisionDeregisteredFromOutsideIsReplacedAndServicesFollow() {
        String ns = shared.twoServices("deregistered");

        ecs.elsewhere("DeregisterTaskDefinition", """
                {"taskDefinition": "deregistered_app:1"}""");

        shared.awaitRevision(ns, "one", 2);
        shared.awaitRevision(ns, "two", 2);
        assertThat(ecs.requests("RegisterTaskDefinition", "deregistered_app")).hasSize(2);
    }

    @Test
    @Tag("promise-6")
    void neitherARestartNorASecondPassWritesOrReads() {
        String ns = shared.twoServices("quiet");
        definitions.await(ns, "app", "2 services", found -> found.getStatus().services() == 2);
        world.kubectl().run("annotate", "ftd", "app", "-n", ns, "fargate.dev/look=again");
        ecs.awaitLooks(2, "quiet_one");
        String version = definitions.get(ns, "app").getMetadata().getResourceVersion();
        List<String> services = versions(ns);
        int writes = ecs.writes().size();
        int reads = ecs.requests("DescribeTaskDefinition", "quiet_app").size();

        shared.restartOperator();
        ecs.awaitLooks(3, "quiet_one");

        assertThat(ecs.writes()).hasSize(writes);
        assertThat(ecs.requests("DescribeTaskDefinition", "quiet_app")).hasSize(reads);
        assertThat(definitions.get(ns, "app").getMetadata().getResourceVersion())
                .isEqualTo(version);
        assertThat(versions(ns)).isEqualTo(services);
        assertThat(shared.operator().metrics())
                .contains("fargate_resources{kind=\"FargateTaskDefinition\",ready=\"True\"}");
    }

    @Test
    void aNamespaceThatIsNoLongerAdmittedHealsWhenItIsAgain() {
        String ns = shared.twoServices("unlabelled");

        world.kubectl().run("label", "namespace", ns, "tests-");
        FargateTaskDefinition refused = definitions.awaitReason(ns, "app", "NamespaceNotAllowed");
        assertThat(TaskDefinitions.message(refused)).contains(ENVIRONMENT, ns);
        world.kubectl().run("label", "namespace", ns, "tests=yes");

        definitions.awaitReady(ns, "app");
        world.awaitReady(ns, "one");
        world.awaitReady(ns, "two");
        assertThat(ecs.requests("RegisterTaskDefinition", "unlabelled_app")).hasSize(1);
    }

    private static List<String> versions(String ns) {
        return world.kubernetes().resources(FargateService.class).inNamespace(ns).list().getItems().stream()
                .map(service -> service.getMetadata().getName() + " "
                        + service.getMetadata().getResourceVersion())
                .toList();
    }
}
