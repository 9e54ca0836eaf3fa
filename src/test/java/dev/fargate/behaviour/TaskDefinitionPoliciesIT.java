package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.PlannedChange;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.SharedEnvironment;
import dev.fargate.testing.TaskDefinitions;
import dev.fargate.testing.World;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A FargateTaskDefinition that is observed, paused, retained, or refused by AWS. */
class TaskDefinitionPoliciesIT {
    private static final String ENVIRONMENT = "policies";

    @AutoClose
    private static final SharedEnvironment shared = SharedEnvironment.start(ENVIRONMENT);

    private static final World world = shared.world();
    private static final Ecs ecs = world.ecs();
    private static final TaskDefinitions definitions = new TaskDefinitions(world);

    @Test
    @Tag("promise-4")
    void anObservedOneShowsItsPlanAndWritesNothing() {
        String ns = world.namespace("observed");
        world.apply(shared.definition(ns) + "  managementPolicy: Observe\n");
        FargateTaskDefinition first = definitions.awaitReason(ns, "app", "Observing");
        assertThat(first.getStatus().plan())
                .singleElement()
                .extracting(PlannedChange::action)
                .hasToString("CREATE");
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "app"));
        assertThat(World.ready(world.awaitReason(ns, "one", "TaskDefinitionNotReady"))
                        .orElseThrow()
                        .getMessage())
                .contains("Observe");
        assertThat(ecs.requests("RegisterTaskDefinition", "observed_")).isEmpty();

        world.apply(shared.definition(ns));
        world.awaitReady(ns, "one");
        world.apply(shared.definition(ns).replace("nginx:1", "nginx:2") + "  managementPolicy: Observe\n");
        FargateTaskDefinition edited = definitions.await(ns, "app", "planning an edit", found -> !found.getStatus()
                .plan()
                .isEmpty());

        assertThat(edited.getStatus().plan().getFirst().fields())
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.path()).isEqualTo("containers[app].image");
                    assertThat(field.live()).isEqualTo("nginx:1");
                    assertThat(field.desired()).isEqualTo("nginx:2");
                });
        world.delete(ns, "one");
        world.awaitGone(ns, "one");
        definitions.delete(ns, "app");
        definitions.awaitGone(ns, "app");
        assertThat(ecs.requests("RegisterTaskDefinition", "observed_")).hasSize(1);
        assertThat(ecs.requests("DeregisterTaskDefinition", "observed_")).isEmpty();
    }

    @Test
    void aPausedOneIsNeitherReadNorChangedAndItsDeletionWaits() {
        String ns = world.namespace("paused");
        world.apply(shared.definition(ns));
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "app"));
        world.awaitReady(ns, "one");
        int reads = ecs.requests("DescribeTaskDefinition", "paused_app").size();

        world.apply(shared.definition(ns).replace("nginx:1", "nginx:2") + "  managementPolicy: Paused\n");
        definitions.await(ns, "app", "paused", found -> TaskDefinitions.ready(found)
                .filter(condition -> condition.getStatus().equals("Unknown"))
                .filter(condition -> condition.getReason().equals("Paused"))
                .isPresent());
        world.kubectl().run("scale", "fsvc", "one", "-n", ns, "--replicas=2");
        world.await(
                ns,
                "one",
                "scaled on its last revision",
                found -> World.isReady(found) && found.getStatus().runningCount() == 2);
        definitions.delete(ns, "app");
        world.delete(ns, "one");
        world.awaitGone(ns, "one");
        FargateTaskDefinition waiting = definitions.await(
                ns, "app", "waiting", found -> TaskDefinitions.message(found).contains("deletion waits"));

        assertThat(TaskDefinitions.ready(waiting).orElseThrow().getReason()).isEqualTo("Paused");
        assertThat(ecs.requests("DescribeTaskDefinition", "paused_app")).hasSize(reads);
        assertThat(ecs.requests("RegisterTaskDefinition", "paused_app")).hasSize(1);
        assertThat(ecs.revisions("paused_app")).containsExactly(1);
        world.apply(shared.definition(ns));
        definitions.awaitGone(ns, "app");
        assertThat(ecs.revisions("paused_app")).isEmpty();
    }

    @Test
    void aRetainedOneLeavesItsRevisions() {
        String ns = world.namespace("retained");
        world.apply(shared.definition(ns) + "  deletionPolicy: Retain\n");
        definitions.awaitReady(ns, "app");
        JsonNode before = world.aws().remaining();

        definitions.delete(ns, "app");
        definitions.awaitGone(ns, "app");

        assertThat(world.aws().remaining()).isEqualTo(before);
        assertThat(ecs.revisions("retained_app")).containsExactly(1);
    }

    @Test
    @Tag("promise-8")
    void whatAwsRefusesIsToldAndTheLastRevisionRunsOn() {
        String ns = world.namespace("denied");
        world.apply(shared.definition(ns));
        world.apply(Manifests.serviceOf(ns, "one", ENVIRONMENT, "app"));
        world.awaitReady(ns, "one");

        int fault = world.aws()
                .add(new Fault(
                        Match.operation("ecs", "RegisterTaskDefinition").containing("denied_app"),
                        Schedule.always(),
                        new Effect.Deny()));
        world.apply(shared.definition(ns).replace("nginx:1", "nginx:2"));
        assertThat(TaskDefinitions.message(definitions.awaitReason(ns, "app", "AccessDenied")))
                .contains("ecs:RegisterTaskDefinition");
        world.kubectl().run("scale", "fsvc", "one", "-n", ns, "--replicas=2");
        world.await(
                ns,
                "one",
                "scaled on its last revision",
                found -> World.isReady(found) && found.getStatus().runningCount() == 2);
        world.aws().remove(fault);
        world.kubectl().run("annotate", "ftd", "app", "-n", ns, "fargate.dev/reconcile-at=" + Instant.now());

        definitions.awaitReady(ns, "app");
        world.await(
                ns,
                "one",
                "Ready on revision 2",
                found -> World.isReady(found)
                        && found.getStatus().taskDefinition().arn().endsWith(":2"));
    }
}
