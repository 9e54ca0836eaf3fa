package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator with the rights of operator/rbac.yaml and no others, in a cluster that removes deleted namespaces. */
class RightsIT {
    private static final String ENVIRONMENT = "rights";

    private static World world;
    private static Ecs ecs;
    private static OperatorUnderTest operator;

    @BeforeAll
    static void start() {
        world = World.start();
        ecs = world.ecs();
        world.apiServer().tendNamespaces();
        world.kubectl().run("apply", "-f", "operator/rbac.yaml");
        operator = operator();
        world.apply(Manifests.environment(ENVIRONMENT));
        world.environments().awaitReady(ENVIRONMENT);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void theseRightsAreEnoughForAWholeLife() {
        JsonNode before = world.aws().remaining();
        String ns = world.namespace("living");
        world.apply(Manifests.environment("lived"));
        world.apply(Manifests.service(ns, "web", "lived", "nginx:1"));
        world.awaitReady(ns, "web");
        world.apply(Manifests.service(ns, "web", "lived", "nginx:2"));
        world.awaitReady(ns, "web");
        world.until("its events", () -> events(ns).size() >= 4);
        world.delete(ns, "web");
        world.awaitGone(ns, "web");
        world.kubernetes()
                .resource(world.environments().find("lived").orElseThrow())
                .delete();
        world.environments().awaitGone("lived");

        assertThat(world.aws().remaining()).isEqualTo(before);
        assertThat(operator.log()).doesNotContainIgnoringCase("forbidden");
        operator.stop();
        assertThat(operator.log()).doesNotContainIgnoringCase("forbidden");
        operator = operator();
    }

    @Test
    @Tag("promise-3")
    void aNamespaceIsDeletedWithEverythingInIt() {
        String stays = world.namespace("stays");
        world.apply(Manifests.service(stays, "web", ENVIRONMENT, "nginx:1"));
        world.awaitReady(stays, "web");
        JsonNode before = world.aws().remaining();
        String goes = world.namespace("goes");
        for (String name : List.of("settled", "rolling")) {
            world.apply(Manifests.service(goes, name, ENVIRONMENT, "nginx:1"));
            world.awaitReady(goes, name);
        }
        world.apply(shared(goes));
        world.awaitReady(goes, "sharing");
        ecs.command("{\"command\": \"pace\", \"rolloutMillis\": 4000}");
        world.apply(Manifests.service(goes, "rolling", ENVIRONMENT, "nginx:2"));
        world.awaitReason(goes, "rolling", "RolloutInProgress");
        world.apply(Manifests.service(goes, "homeless", "nowhere", "nginx:1"));
        world.awaitReason(goes, "homeless", "EnvironmentNotFound");
        world.apply(Manifests.service(goes, "starting", ENVIRONMENT, "nginx:1"));
        world.awaitReason(goes, "starting", "RolloutInProgress");

        world.kubernetes().namespaces().withName(goes).delete();

        world.until("the namespace to be gone", () -> namespace(goes) == null);
        ecs.command("{\"command\": \"pace\", \"rolloutMillis\": 1000}");
        assertThat(world.aws().remaining()).isEqualTo(before);
        assertThat(World.isReady(world.service(stays, "web").orElseThrow())).isTrue();
    }

    /** A task definition and the service that names it. */
    private static String shared(String ns) {
        return """
                apiVersion: fargate.dev/v1alpha1
                kind: FargateTaskDefinition
                metadata: {namespace: %1$s, name: shared}
                spec:
                  environment: %2$s
                  task: {containers: [{name: app, image: "nginx:1"}]}
                ---
                apiVersion: fargate.dev/v1alpha1
                kind: FargateService
                metadata: {namespace: %1$s, name: sharing}
                spec: {environment: %2$s, desiredCount: 1, taskDefinition: shared}
                """.formatted(ns, ENVIRONMENT);
    }

    private static OperatorUnderTest operator() {
        return world.operatorAs(
                "fargate-system", "fargate-operator", "--leader-election=true", "--lease-namespace=fargate-system");
    }

    private static Namespace namespace(String name) {
        return world.kubernetes().namespaces().withName(name).get();
    }

    private static List<Event> events(String ns) {
        return world.kubernetes().v1().events().inNamespace(ns).list().getItems();
    }
}
