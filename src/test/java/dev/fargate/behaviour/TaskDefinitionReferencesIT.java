package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateService;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.TaskDefinitions;
import dev.fargate.testing.World;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a service may name, what is said when it may not, and whose revision is whose. */
class TaskDefinitionReferencesIT {
    private static final String ENVIRONMENT = "named";
    private static final String ARN = "arn:aws:ecs:eu-west-1:123456789012:task-definition/";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();
    private static final TaskDefinitions definitions = new TaskDefinitions(world);

    @Test
    void aMissingTaskDefinitionIsNamedAndItsCreationHeals() {
        String ns = world.namespace("missing");
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "app"));
        FargateService waiting = world.awaitReason(ns, "one", "TaskDefinitionNotFound");
        assertThat(message(waiting)).contains("FargateTaskDefinition app", "kubectl get ftd -n missing");

        world.apply(Manifests.taskDefinition(ns, "app", ENVIRONMENT, "nginx:1"));

        world.awaitReady(ns, "one");
        assertThat(ecs.requests("CreateService", "missing_one")).hasSize(1);
    }

    @Test
    void oneOfAnotherEnvironmentIsRefused() {
        world.apply(Manifests.environment("other"));
        String ns = world.namespace("astray");
        world.apply(Manifests.taskDefinition(ns, "app", "other", "nginx:1"));
        definitions.awaitReady(ns, "app");
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "app"));
        FargateService refused = world.awaitReason(ns, "one", "Invalid");
        assertThat(message(refused)).contains("environment other", "this service of named");

        world.apply(Manifests.taskDefinition(ns, "same", ENVIRONMENT, "nginx:1"));
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "same"));

        world.awaitReady(ns, "one");
    }

    @Test
    void oneThatIsBeingDeletedTakesNoNewService() {
        String ns = world.namespace("leaving");
        world.apply(Manifests.taskDefinition(ns, "app", ENVIRONMENT, "nginx:1"));
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "app"));
        world.awaitReady(ns, "one");
        definitions.delete(ns, "app");
        definitions.awaitReason(ns, "app", "InUse");

        world.apply(Manifests.serviceOf(ns, "two", ENVIRONMENT, "app"));
        FargateService waiting = world.awaitReason(ns, "two", "TaskDefinitionNotReady");
        assertThat(message(waiting)).contains("app", "it is being deleted");
        assertThat(world.service(ns, "one").filter(World::isReady)).isPresent();
        world.apply(Manifests.taskDefinition(ns, "next", ENVIRONMENT, "nginx:1"));
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "next"));
        world.apply(Manifests.serviceOf(ns, "two", ENVIRONMENT, "next"));

        definitions.awaitGone(ns, "app");
        world.awaitReady(ns, "one");
        world.awaitReady(ns, "two");
        assertThat(ecs.revisions("leaving_app")).isEmpty();
    }

    @Test
    void aPortThatNoContainerHasIsNamedAndHealsWhenTheTaskDefinitionHasIt() {
        String ns = world.namespace("ports");
        String definition = Manifests.taskDefinition(ns, "app", ENVIRONMENT, "nginx:1");
        world.apply(definition);
        world.apply(
                Manifests.serviceOf(ns, "one", ENVIRONMENT, "app")
                        + "  loadBalancers: [{targetGroupArn: '${TARGET_GROUP_ARN}', containerName: app, containerPort: 9090}]\n");
        FargateService refused = world.awaitReason(ns, "one", "Invalid");
        assertThat(message(refused)).contains("spec.loadBalancers", "containerPort 9090", "FargateTaskDefinition app");

        world.apply(definition.replace("[{containerPort: 8080}]", "[{containerPort: 8080}, {containerPort: 9090}]"));

        world.awaitReady(ns, "one");
    }

    @Test
    @Tag("promise-4")
    void aRevisionByArnNeedsAPatternAndIsNeitherTaggedNorDeregistered() {
        String ns = world.namespace("byarn");
        world.apply(Manifests.environment("byarn"));
        ecs.registerElsewhere("theirs");
        String manifest = Manifests.serviceOf(ns, "one", "byarn", ARN + "theirs:1");
        world.apply(manifest);
        FargateService refused = world.awaitReason(ns, "one", "NotAllowed");
        assertThat(message(refused)).contains("spec.taskDefinition", ARN + "theirs:1", "access.taskDefinitions");

        world.apply(Manifests.environment("byarn") + "    taskDefinitions: [\"" + ARN + "theirs:*\"]\n");
        world.awaitReady(ns, "one");
        world.apply(manifest + "  tags: {team: blue}\n");
        world.until("the service to be tagged", () -> "blue"
                .equals(ecs.tags(ecs.service("byarn", "byarn_one").serviceArn()).get("team")));
        world.awaitReady(ns, "one");
        world.delete(ns, "one");
        world.awaitGone(ns, "one");

        assertThat(ecs.tags(ARN + "theirs:1")).isEmpty();
        assertThat(ecs.revisions("theirs")).containsExactly(1);
        assertThat(ecs.requests("UpdateService", "byarn_one")).isEmpty();
        assertThat(ecs.requests("RegisterTaskDefinition", "byarn_one")).isEmpty();
    }

    @Test
    @Tag("promise-4")
    void aFamilyOfSomebodyElseIsTakenOnlyWhenTheEnvironmentAndTheResourceSaySo() {
        String ns = world.namespace("family");
        String environment = Manifests.environment("family");
        world.apply(environment);
        ecs.registerElsewhere("legacy");
        String manifest = Manifests.taskDefinition(ns, "app", "family", "nginx:1") + "  family: legacy\n";

        world.apply(manifest);
        assertThat(TaskDefinitions.message(definitions.awaitReason(ns, "app", "NotAllowed")))
                .contains("spec.family", ARN + "legacy", "access.taskDefinitions");
        environment = environment + "    taskDefinitions: [\"" + ARN + "legacy\"]\n";
        world.apply(environment);
        assertThat(TaskDefinitions.message(definitions.awaitReason(ns, "app", "NotOurs")))
                .contains("family legacy", "adoptionPolicy: IfExists");
        world.apply(manifest + "  adoptionPolicy: IfExists\n");
        assertThat(TaskDefinitions.message(definitions.awaitReason(ns, "app", "NotAllowed")))
                .contains("access.adopt");
        assertThat(ecs.revisions("legacy")).containsExactly(1);
        world.apply(environment + "    adopt: [\"" + ARN + "legacy\"]\n");

        definitions.awaitReady(ns, "app");
        assertThat(ecs.revisions("legacy")).containsExactly(1, 2);
        definitions.delete(ns, "app");
        definitions.awaitGone(ns, "app");
        assertThat(ecs.revisions("legacy")).containsExactly(1);
        assertThat(ecs.tags(ARN + "legacy:1")).isEmpty();
    }

    @Test
    @Tag("promise-4")
    void aServiceGoesToATaskDefinitionOfTheSameNameAndContentAndBack() {
        JsonNode before = world.aws().remaining();
        String ns = world.namespace("switch");
        String inline = Manifests.service(ns, "web", ENVIRONMENT, "nginx:1");
        world.apply(inline);
        world.awaitReady(ns, "web");
        world.apply(Manifests.taskDefinition(ns, "web", ENVIRONMENT, "nginx:1"));
        definitions.awaitReady(ns, "web");
        assertThat(ecs.revisions("switch_web")).containsExactly(1, 2);

        world.kubectl().run("patch", "fsvc", "web", "-n", ns, "--type=merge", "-p", """
                {"spec": {"task": null, "taskDefinition": "web"}}""");
        awaitRevision(ns, "switch_web:2");
        world.apply(Manifests.serviceOf(ns, "web", ENVIRONMENT, "web") + "  tags: {team: blue}\n");
        world.until("the service to be tagged", () -> "blue"
                .equals(ecs.tags(ecs.service(ENVIRONMENT, "switch_web").serviceArn())
                        .get("team")));
        assertThat(ecs.tags(ARN + "switch_web:2"))
                .containsEntry("fargate.dev/kind", "FargateTaskDefinition")
                .doesNotContainKey("team");
        assertThat(world.service(ns, "web")
                        .orElseThrow()
                        .getStatus()
                        .taskDefinition()
                        .revisions())
                .containsExactly(ARN + "switch_web:1");

        world.kubectl().run("patch", "fsvc", "web", "-n", ns, "--type=json", "-p", """
                [{"op": "remove", "path": "/spec/taskDefinition"}, {"op": "add", "path": "/spec/task",
                  "value": {"containers": [{"name": "app", "image": "nginx:1", "portMappings": [{"containerPort": 8080}]}]}}]""");
        awaitRevision(ns, "switch_web:3");
        assertThat(definitions.get(ns, "web").getStatus().taskDefinition().revisions())
                .containsExactly(ARN + "switch_web:2");
        definitions.delete(ns, "web");
        definitions.awaitGone(ns, "web");
        assertThat(ecs.revisions("switch_web")).containsExactly(1, 3);
        world.delete(ns, "web");
        world.awaitGone(ns, "web");

        assertThat(world.aws().remaining()).isEqualTo(before);
        assertThat(ecs.requests("DeregisterTaskDefinition", "switch_web"))
                .extracting(request -> request.path("taskDefinition").asText())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(ARN + "switch_web:1", ARN + "switch_web:2", ARN + "switch_web:3"));
    }

    private static void awaitRevision(String ns, String revision) {
        world.await(
                ns,
                "web",
                "Ready on " + revision,
                found -> World.isReady(found)
                        && found.getStatus().taskDefinition().arn().endsWith(revision));
    }

    private static String message(FargateService service) {
        return World.ready(service).orElseThrow().getMessage();
    }
}
