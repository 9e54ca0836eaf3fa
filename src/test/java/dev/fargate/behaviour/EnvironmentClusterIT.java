package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** The settings of an environment's cluster: put as declared, put back when changed by hand, left alone when not declared. */
class EnvironmentClusterIT {
    private static final String SETTINGS = """
              cluster:
                name: %1$s
                containerInsights: enhanced
                capacityProviders: [FARGATE, FARGATE_SPOT]
                defaultCapacityProviderStrategy:
                  - {capacityProvider: FARGATE, base: 1, weight: 1}
                  - {capacityProvider: FARGATE_SPOT, weight: 3}
                configuration:
                  executeCommandConfiguration:
                    logging: OVERRIDE
                    logConfiguration: {cloudWatchLogGroupName: /exec}
                serviceConnectDefaults: {namespace: %1$s}
            """;

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
    @Tag("promise-6")
    void aClusterIsMadeWithAllItsSettingsInOneCallAndThenLeftAlone() {
        String name = world.namespace("made");
        world.apply(withSettings(name));
        world.environments().awaitReason(name, "Ready");
        awaitLooks(name, 3);

        assertThat(ecs.requests("CreateCluster", name)).hasSize(1);
        assertThat(ecs.requests("UpdateCluster", name)).isEmpty();
        assertThat(ecs.requests("PutClusterCapacityProviders", name)).isEmpty();
        assertThat(ecs.requests("TagResource", name)).isEmpty();
    }

    @Test
    void whatIsChangedByHandIsPutBackInOneCallOfEachKind() {
        String name = world.namespace("drifted");
        world.apply(withSettings(name));
        world.environments().awaitReason(name, "Ready");
        Cluster before = ecs.cluster(name);

        ecs.elsewhere("UpdateCluster", """
                {"cluster": "%s", "settings": [{"name": "containerInsights", "value": "disabled"}],
                 "configuration": {"executeCommandConfiguration": {"logging": "NONE"}},
                 "serviceConnectDefaults": {"namespace": "theirs"}}""".formatted(name));
        ecs.elsewhere("PutClusterCapacityProviders", """
                {"cluster": "%s", "capacityProviders": ["FARGATE"], "defaultCapacityProviderStrategy": []}""".formatted(name));

        world.until("the cluster to be as before", () -> ecs.cluster(name).equals(before));
        awaitLooks(name, 2);
        List<JsonNode> updates = ecs.requests("UpdateCluster", name);
        assertThat(updates).hasSizeLessThanOrEqualTo(2).last().satisfies(update -> assertThat(
                        update.path("serviceConnectDefaults").path("namespace").asText())
                .isEqualTo(name));
        assertThat(ecs.requests("PutClusterCapacityProviders", name)).hasSize(1);
        assertThat(world.kubectl().run("events", "--for", "fargateenvironment/" + name))
                .contains("ClusterUpdated");
    }

    @Test
    @Tag("promise-1")
    void whatIsNotDeclaredIsNotCompared() {
        String name = world.namespace("unmanaged");
        world.apply(Manifests.environment(name));
        world.environments().awaitReason(name, "Ready");

        ecs.elsewhere("UpdateCluster", """
                {"cluster": "%s", "settings": [{"name": "containerInsights", "value": "enabled"}],
                 "configuration": {"executeCommandConfiguration": {"logging": "NONE"}},
                 "serviceConnectDefaults": {"namespace": "theirs"}}""".formatted(name));
        ecs.elsewhere("PutClusterCapacityProviders", """
                {"cluster": "%s", "capacityProviders": ["FARGATE"],
                 "defaultCapacityProviderStrategy": [{"capacityProvider": "FARGATE", "weight": 1}]}""".formatted(name));
        Cluster theirs = ecs.cluster(name);
        awaitLooks(name, 3);

        assertThat(ecs.cluster(name)).isEqualTo(theirs);

        world.apply(Manifests.environment(name)
                .replace(
                        "  cluster: {name: %s}\n".formatted(name),
                        "  cluster: {name: %s, capacityProviders: [FARGATE, FARGATE_SPOT]}\n".formatted(name)));
        world.until(
                "Spot to be added", () -> ecs.cluster(name).capacityProviders().contains("FARGATE_SPOT"));
        assertThat(ecs.cluster(name).defaultCapacityProviderStrategy())
                .as("sent along as it was")
                .isEqualTo(theirs.defaultCapacityProviderStrategy());
    }

    @Test
    void aRefusedSettingIsToldAndTriedAgainWhenAsked() {
        String name = world.namespace("refused");
        world.apply(Manifests.environment(name));
        world.environments().awaitReason(name, "Ready");
        int fault = world.aws()
                .add(new Fault(
                        Match.operation("ecs", "PutClusterCapacityProviders").containing(name),
                        null,
                        new Effect.Deny()));

        world.apply(withSettings(name));
        world.environments().awaitReason(name, "AccessDenied");
        world.aws().remove(fault);
        world.environments().lookAgainAt(name);

        world.environments().awaitReason(name, "Ready");
        assertThat(ecs.cluster(name).defaultCapacityProviderStrategy()).hasSize(2);
    }

    @Test
    void aTagThatIsNoLongerDeclaredGoesAndOthersStay() {
        String name = world.namespace("tagged");
        world.apply(Manifests.environment(name) + "  tags: {stage: test, team: shop}\n");
        world.environments().awaitReason(name, "Ready");
        ecs.elsewhere("TagResource", """
                {"resourceArn": "%s", "tags": [{"key": "by-hand", "value": "stays"}]}""".formatted(ecs.cluster(name).clusterArn()));

        world.apply(Manifests.environment(name) + "  tags: {stage: canary}\n");

        world.until("the tags to follow", () -> tags(name).get("stage").equals("canary"));
        world.until("the former tag to go", () -> !tags(name).containsKey("team"));
        assertThat(tags(name)).containsEntry("by-hand", "stays").containsEntry("fargate.dev/name", name);
    }

    private static Map<String, String> tags(String name) {
        return ecs.tags(ecs.cluster(name).clusterArn());
    }

    private static String withSettings(String name) {
        return Manifests.environment(name)
                .replace(
                        "  cluster: {name: %s}\n".formatted(name),
                        SETTINGS.formatted(name).indent(0));
    }

    private static void awaitLooks(String name, int looks) {
        int before = ecs.requests("DescribeClusters", "\"" + name + "\"").size();
        world.until(
                looks + " more looks at cluster " + name,
                () -> ecs.requests("DescribeClusters", "\"" + name + "\"").size() >= before + looks);
    }
}
