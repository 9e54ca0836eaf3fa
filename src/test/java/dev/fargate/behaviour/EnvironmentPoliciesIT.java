package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.Drift;
import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.PlannedChange;
import dev.fargate.engine.Conditions;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** How far the operator goes for an environment: observed, paused, retained, taken over. */
class EnvironmentPoliciesIT {
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
    @Tag("promise-4")
    void aClusterThatNobodyOwnsIsTakenOverOnlyWhenTheSpecSaysSo() {
        String name = byHand("adopted");
        Cluster before = ecs.cluster(name);

        world.apply(Manifests.environment(name));
        assertThat(message(world.environments().awaitReason(name, "NotOurs"))).contains("adoptionPolicy: IfExists");
        assertThat(ecs.cluster(name)).isEqualTo(before);

        world.apply(with(name, "adoptionPolicy: IfExists", "containerInsights: enabled"));
        world.environments().awaitReason(name, "Ready");
        assertThat(ecs.tags(before.clusterArn()))
                .containsEntry("fargate.dev/name", name)
                .containsEntry("by", "hand");
        assertThat(ecs.cluster(name).settings().getFirst().value()).isEqualTo("enabled");
        assertThat(ecs.requests("CreateCluster", name)).isEmpty();

        world.environments().delete(name);
        world.environments().awaitGone(name);
        assertThat(ecs.cluster(name).status()).isEqualTo("INACTIVE");
    }

    @Test
    @Tag("promise-4")
    void aClusterOfAnotherOwnerIsNeverTakenOverNorDeleted() {
        String name = byHand("owned", "fargate.dev/cluster", "another-cluster");
        JsonNode before = world.aws().remaining();

        world.apply(with(name, "adoptionPolicy: IfExists", "containerInsights: enabled"));
        assertThat(message(world.environments().awaitReason(name, "NotOurs"))).contains("never taken over");
        world.environments().delete(name);
        world.environments().awaitGone(name);

        assertThat(world.aws().remaining()).isEqualTo(before);
    }

    @Test
    @Tag("promise-4")
    void anObservedEnvironmentShowsItsPlanAndChangesNothing() {
        String name = byHand("observed");
        JsonNode before = world.aws().remaining();

        world.apply(with(name, "adoptionPolicy: IfExists, managementPolicy: Observe", "containerInsights: enabled"));

        FargateEnvironment observed = world.environments().awaitReason(name, "Observing");
        assertThat(Conditions.isTrue(observed.getStatus().conditions(), Conditions.READY))
                .isTrue();
        assertThat(observed.getStatus().plan())
                .flatExtracting(PlannedChange::fields)
                .extracting(Drift::path)
                .contains("cluster.containerInsights", "tags.fargate.dev/cluster");
        assertThat(world.aws().remaining()).isEqualTo(before);

        world.environments().delete(name);
        world.environments().awaitGone(name);
        assertThat(world.aws().remaining()).isEqualTo(before);
    }

    @Test
    void servicesRunInAnObservedClusterOfSomebodyElse() {
        String name = byHand("lent");
        Cluster before = ecs.cluster(name);
        world.apply(with(name, "managementPolicy: Observe", "containerInsights: enabled"));

        world.apply(Manifests.service(name, "web", name, "nginx:1"));
        world.awaitReady(name, "web");
        world.environments().delete(name);
        world.environments().awaitReason(name, "InUse");
        world.delete(name, "web");
        world.awaitGone(name, "web");
        world.environments().awaitGone(name);

        Cluster after = ecs.cluster(name);
        assertThat(after.tags()).isEqualTo(before.tags());
        assertThat(after.settings()).isEqualTo(before.settings());
        assertThat(after.status()).isEqualTo("ACTIVE");
    }

    @Test
    void anObservedEnvironmentWithoutAClusterIsNothingToRunIn() {
        String name = world.namespace("nothing-there");
        world.apply(with(name, "managementPolicy: Observe", "containerInsights: enabled"));
        FargateEnvironment observed = world.environments().awaitReason(name, "Observing");
        assertThat(observed.getStatus().plan())
                .extracting(PlannedChange::action)
                .containsExactly(PlannedChange.Action.CREATE);

        world.apply(Manifests.service(name, "web", name, "nginx:1"));

        world.awaitReason(name, "web", "EnvironmentNotReady");
        assertThat(ecs.requests("CreateCluster", name)).isEmpty();
        assertThat(ecs.requests("RegisterTaskDefinition", name)).isEmpty();
    }

    @Test
    void aPausedEnvironmentFreezesWhatIsInItUntilItGoesOn() {
        String name = world.namespace("paused");
        world.apply(Manifests.environment(name));
        world.environments().awaitReason(name, "Ready");
        world.apply(Manifests.service(name, "web", name, "nginx:1"));
        world.awaitReady(name, "web");

        world.apply(with(name, "managementPolicy: Paused", "containerInsights: enabled"));
        FargateEnvironment paused = world.environments().awaitReason(name, "Paused");
        assertThat(Conditions.find(paused.getStatus().conditions(), Conditions.READY))
                .get()
                .extracting(Condition::getStatus)
                .isEqualTo("Unknown");
        world.apply(Manifests.service(name, "web", name, "nginx:2"));
        world.awaitReason(name, "web", "EnvironmentNotReady");
        world.environments().delete(name);
        world.until(
                "the deletion to say that it waits",
                () -> message(world.environments().find(name).orElseThrow()).contains("deletion waits"));

        assertThat(ecs.cluster(name).settings().getFirst().value()).isEqualTo("disabled");
        assertThat(ecs.requests("RegisterTaskDefinition", name + "_web")).hasSize(1);
        assertThat(ecs.requests("DeleteCluster", name)).isEmpty();

        world.delete(name, "web");
        world.awaitGone(name, "web");
        world.apply(Manifests.environment(name));
        world.environments().awaitGone(name);
        assertThat(ecs.requests("DeleteCluster", name)).hasSize(1);
    }

    @Test
    void aRetainedClusterStaysAndIsTakenUpAgain() {
        String name = world.namespace("retained");
        world.apply(with(name, "deletionPolicy: Retain", "containerInsights: enabled"));
        world.environments().awaitReason(name, "Ready");
        JsonNode before = world.aws().remaining();

        world.environments().delete(name);
        world.environments().awaitGone(name);
        assertThat(world.aws().remaining()).isEqualTo(before);

        world.apply(Manifests.environment(name));
        world.environments().awaitReason(name, "Ready");
        assertThat(ecs.requests("CreateCluster", name)).hasSize(1);
        world.environments().delete(name);
        world.environments().awaitGone(name);
        assertThat(ecs.cluster(name).status()).isEqualTo("INACTIVE");
    }

    @Test
    void reportedDriftOfAClusterStaysAndAnEditIsPutAllTheSame() {
        String name = world.namespace("reported");
        String manifest = with(name, "driftPolicy: Report, ignoreFields: [/tags/stage]", "containerInsights: enabled");
        world.apply(manifest + "  tags: {team: shop, stage: test}\n");
        world.environments().awaitReady(name);
        String arn = ecs.cluster(name).clusterArn();

        ecs.elsewhere("TagResource", """
                {"resourceArn": "%s", "tags": [{"key": "stage", "value": "live"}]}""".formatted(arn));
        ecs.elsewhere("UpdateClusterSettings", """
                {"cluster": "%s", "settings": [{"name": "containerInsights", "value": "disabled"}]}""".formatted(name));
        world.until("drift", () -> !drift(name).isEmpty());
        world.apply(manifest + "  tags: {team: store, stage: test}\n");
        world.until("the edit to be put", () -> "store".equals(ecs.tags(arn).get("team")));
        world.environments().awaitReason(name, "Ready");

        assertThat(drift(name)).containsExactly(new Drift("cluster.containerInsights", "enabled", "disabled"));
        assertThat(ecs.cluster(name).settings().getFirst().value()).isEqualTo("disabled");
        assertThat(ecs.tags(arn)).containsEntry("stage", "live");
    }

    private static List<Drift> drift(String name) {
        return world.environments().find(name).orElseThrow().getStatus().drift();
    }

    /** Somebody makes a cluster, and a namespace of that name is there. */
    private static String byHand(String name) {
        return byHand(name, "by", "hand");
    }

    private static String byHand(String name, String key, String value) {
        ecs.elsewhere("CreateCluster", """
                {"clusterName": "%s", "tags": [{"key": "%s", "value": "%s"}]}""".formatted(name, key, value));
        return world.namespace(name);
    }

    private static String with(String name, String policies, String setting) {
        return Manifests.environment(name)
                .replace(
                        "  cluster: {name: %s}\n".formatted(name),
                        "  cluster: {name: %s, %s}\n".formatted(name, setting)
                                + policies.replaceAll("(^|, )", "\n  ").substring(1) + "\n");
    }

    private static String message(FargateEnvironment environment) {
        return Conditions.find(environment.getStatus().conditions(), Conditions.READY)
                .orElseThrow()
                .getMessage();
    }
}
