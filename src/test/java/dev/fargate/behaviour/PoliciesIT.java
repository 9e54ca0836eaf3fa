package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.Drift;
import dev.fargate.api.FargateService;
import dev.fargate.api.PlannedChange;
import dev.fargate.engine.Conditions;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.World;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Service;

/** What the operator leaves alone because it is told to, and what it takes over. */
class PoliciesIT {
    private static final String ENVIRONMENT = "policies";

    @AutoClose
    private static final SharedEnvironment shared =
            SharedEnvironment.start(ENVIRONMENT, "adopt: [\"arn:aws:ecs:*:*:service/policies/{namespace}-*\"]");

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();

    @Test
    void anObservedServiceIsNotChangedAndItsPlanIsShown() {
        String ns = world.namespace("observed");
        world.apply(shared.service(ns));
        world.awaitReady(ns, "web");
        int writes = ecs.writes().size();

        world.apply(shared.service(ns).replace("nginx:1", "nginx:2").replace("desiredCount: 1", "desiredCount: 3")
                + "  managementPolicy: Observe\n");
        FargateService observed = world.awaitReason(ns, "web", "Observing");

        assertThat(World.isReady(observed)).isTrue();
        assertThat(observed.getStatus().plan())
                .extracting(PlannedChange::action)
                .containsExactly(PlannedChange.Action.REPLACE, PlannedChange.Action.UPDATE);
        assertThat(observed.getStatus().plan().getFirst().fields())
                .containsExactly(new Drift("containers[app].image", "nginx:2", "nginx:1"));
        assertThat(observed.getStatus().plan().getLast().fields())
                .extracting(Drift::path)
                .contains("task", "desiredCount");

        ecs.elsewhere("UpdateService", """
                {"cluster": "policies", "service": "observed_web", "desiredCount": 2}""");
        world.await(ns, "web", "telling the live count", service -> Integer.valueOf(2)
                .equals(service.getStatus().desiredCount()));
        assertThat(ecs.writes()).hasSize(writes);

        world.apply(shared.service(ns).replace("nginx:1", "nginx:2"));
        assertThat(world.awaitReady(ns, "web").getStatus().plan()).isEmpty();
        assertThat(ecs.service(ENVIRONMENT, "observed_web").taskDefinition()).endsWith("observed_web:2");
    }

    @Test
    @Tag("promise-4")
    void deletingWhatIsObservedOrRetainedTouchesNothingAndItIsTakenUpAgain() {
        String ns = world.namespace("kept");
        world.apply(shared.service(ns) + "  deletionPolicy: Retain\n");
        world.awaitReady(ns, "web");
        String arn = ecs.service(ENVIRONMENT, "kept_web").serviceArn();
        JsonNode before = world.aws().remaining();

        world.delete(ns, "web");
        world.awaitGone(ns, "web");
        assertThat(world.aws().remaining()).isEqualTo(before);

        world.apply(shared.service(ns) + "  managementPolicy: Observe\n");
        world.awaitReason(ns, "web", "Observing");
        world.delete(ns, "web");
        world.awaitGone(ns, "web");
        assertThat(world.aws().remaining()).isEqualTo(before);

        world.apply(shared.service(ns));
        assertThat(world.awaitReady(ns, "web").getStatus().serviceArn()).isEqualTo(arn);
        assertThat(ecs.requests("CreateService", "kept_web"))
                .allSatisfy(request ->
                        assertThat(request.path("serviceName").asText()).isEqualTo("kept_web"));
        assertThat(ecs.service(ENVIRONMENT, "kept_web").createdAt())
                .isEqualTo(ecs.service(ENVIRONMENT, "kept_web").createdAt());
    }

    @Test
    void aPausedServiceIsNeitherReadNorChangedAndItsDeletionWaits() {
        String ns = world.namespace("paused");
        world.apply(shared.service(ns));
        world.awaitReady(ns, "web");
        world.apply(shared.service(ns) + "  managementPolicy: Paused\n");
        FargateService paused = world.awaitReason(ns, "web", "Paused");
        assertThat(World.ready(paused).orElseThrow().getStatus()).isEqualTo("Unknown");
        int looks = ecs.requests("DescribeServices", "paused_web").size();

        world.apply(shared.service(ns).replace("nginx:1", "nginx:2") + "  managementPolicy: Paused\n");
        world.await(
                ns,
                "web",
                "paused at generation 3",
                service -> service.getStatus().observedGeneration() == 3);
        world.delete(ns, "web");
        FargateService waiting = world.await(ns, "web", "waiting with its deletion", service -> World.ready(service)
                .filter(condition -> condition.getMessage().contains("The deletion waits"))
                .isPresent());

        assertThat(ecs.requests("DescribeServices", "paused_web")).hasSize(looks);
        assertThat(ecs.requests("RegisterTaskDefinition", "paused_web")).hasSize(1);
        assertThat(waiting.getMetadata().getFinalizers()).isNotEmpty();

        world.kubectl()
                .run(
                        "patch",
                        "fsvc",
                        "-n",
                        ns,
                        "web",
                        "--type=merge",
                        "-p",
                        "{\"spec\":{\"managementPolicy\":\"Enforce\"}}");
        world.awaitGone(ns, "web");
        assertThat(ecs.revisions("paused_web")).isEmpty();
    }

    @Test
    @Tag("promise-4")
    void aServiceOfAnotherToolIsTakenOverWithoutARolloutIfItIsAsItShouldBe() {
        String ns = world.namespace("legacy");
        existing("legacy-web", "httpd:1");
        Service before = ecs.service(ENVIRONMENT, "legacy-web");
        String adopting = shared.service(ns).replace("nginx:1", "httpd:1")
                + "  serviceName: legacy-web\n  adoptionPolicy: IfExists\n";

        world.apply(adopting);
        FargateService ready = world.awaitReady(ns, "web");

        Service after = ecs.service(ENVIRONMENT, "legacy-web");
        assertThat(ready.getStatus().serviceArn()).isEqualTo(before.serviceArn());
        assertThat(after.taskDefinition()).isEqualTo(before.taskDefinition());
        assertThat(after.deployments())
                .extracting("id")
                .containsExactly(before.deployments().getFirst().id());
        assertThat(ecs.tags(before.serviceArn()))
                .containsEntry("team", "legacy")
                .containsEntry("fargate.dev/name", "web");
        assertThat(ecs.requests("RegisterTaskDefinition", "legacy_web")).isEmpty();
        assertThat(ecs.requests("CreateService", "legacy-web")).isEmpty();

        world.apply(adopting.replace("httpd:1", "httpd:2"));
        world.await(
                ns,
                "web",
                "Ready on its own revision",
                service -> World.isReady(service)
                        && service.getStatus().taskDefinition().arn().contains("legacy_web"));
        world.delete(ns, "web");
        world.awaitGone(ns, "web");
        assertThat(ecs.service(ENVIRONMENT, "legacy-web").status()).isEqualTo("INACTIVE");
        assertThat(ecs.revisions("legacy_web")).isEmpty();
        assertThat(ecs.revisions("theirs-legacy-web")).hasSize(1);
    }

    @Test
    @Tag("promise-4")
    void whatTheEnvironmentDoesNotAllowIsNotTakenOver() {
        String ns = world.namespace("greedy");
        existing("precious-web", "httpd:1");
        String manifest = shared.service(ns) + "  serviceName: precious-web\n  adoptionPolicy: IfExists\n";

        world.apply(manifest);
        FargateService refused = world.awaitReason(ns, "web", "NotAllowed");

        assertThat(World.ready(refused).orElseThrow().getMessage()).contains("spec.serviceName", "access.adopt");
        assertThat(Conditions.isTrue(refused.getStatus().conditions(), Conditions.STALLED))
                .isTrue();
        assertThat(ecs.requests("UpdateService", "precious-web")).isEmpty();
        assertThat(ecs.requests("TagResource", "precious-web")).isEmpty();
        world.delete(ns, "web");
        world.awaitGone(ns, "web");
        assertThat(ecs.service(ENVIRONMENT, "precious-web").status()).isEqualTo("ACTIVE");
    }

    /** A service that somebody made with another tool, as its rollout ended. */
    private static void existing(String name, String image) {
        ecs.elsewhere(
                "RegisterTaskDefinition", """
                {"family": "theirs-%s", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256",
                 "memory": "512", "executionRoleArn": "%s", "containerDefinitions": [
                 {"name": "app", "image": "%s", "portMappings": [{"containerPort": 8080}]}]}""".formatted(name, world.account().get("EXECUTION_ROLE_ARN"), image));
        ecs.elsewhere("CreateService", """
                {"cluster": "policies", "serviceName": "%s", "taskDefinition": "theirs-%s", "desiredCount": 1,
                 "launchType": "FARGATE", "tags": [{"key": "team", "value": "legacy"}],
                 "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["%s", "%s"], "securityGroups": ["%s"]}}}""".formatted(
                        name,
                        name,
                        world.account().get("SUBNET_A"),
                        world.account().get("SUBNET_B"),
                        world.account().get("SECURITY_GROUP")));
        world.until("their service to run", () -> List.of("COMPLETED")
                .equals(ecs.service(ENVIRONMENT, name).deployments().stream()
                        .map(deployment -> deployment.rolloutStateAsString())
                        .toList()));
    }
}
