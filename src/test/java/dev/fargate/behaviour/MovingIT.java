package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.simulator.journal.Outcome;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.FargateSchedules;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.Profiles;
import dev.fargate.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cluster is lost, or left: another takes its resources up, from Git, and with them what they have in AWS. */
class MovingIT {
    private static final String CLUSTER = "--cluster-id=the-old-one";

    @Test
    @Tag("promise-3")
    void anotherClusterWithTheSameIdTakesUpWhatThereIs() {
        try (World old = World.start()) {
            OperatorUnderTest left = old.operator(CLUSTER);
            String service = deploy(old);
            recurring(old);
            left.stop();

            try (World another = old.withAnotherCluster()) {
                another.operator(CLUSTER);
                assertThat(deploy(another)).isEqualTo(service);
                recurring(another);
                another.ecs().awaitLooks(2, "shop_web");

                Ecs ecs = another.ecs();
                // The new resource has another uid, so it asks for another service and is told that there is one, which
                // is its own.
                assertThat(another.aws().calls("ecs", "CreateService", Outcome.OK))
                        .isEqualTo(1);
                assertThat(ecs.service("moved", "shop_web").runningCount()).isEqualTo(1);
                assertThat(ecs.requests("RegisterTaskDefinition", "shop_web")).hasSizeLessThanOrEqualTo(2);
                assertThat(another.aws().calls("scheduler", "CreateSchedule", Outcome.OK))
                        .isEqualTo(1);
                assertThat(another.aws().calls("eks", "CreateFargateProfile", Outcome.OK))
                        .isEqualTo(1);
                assertThat(another.aws().calls("eks", "DeleteFargateProfile", Outcome.OK))
                        .isZero();
                another.delete("shop", "web");
                another.awaitGone("shop", "web");
                assertThat(ecs.service("moved", "shop_web").status()).isEqualTo("INACTIVE");
            }
        }
    }

    private static void recurring(World world) {
        world.apply(Profiles.manifest("pods", "${EKS_CLUSTER}", "team-*"));
        String ns = world.namespace("jobs");
        world.apply(Manifests.schedule(
                ns,
                "moved",
                "app:exit-0",
                "schedule: rate(1 hour)\n  startDate: \"2099-01-01T00:00:00Z\"\n  role: Managed"));
        new FargateSchedules(world).awaitReason(ns, "nightly", "Scheduled");
        new Profiles(world).awaitReady("pods");
    }

    private static String deploy(World world) {
        world.apply(Manifests.environment("moved"));
        world.apply(Manifests.service(world.namespace("shop"), "web", "moved", "nginx:1"));
        return world.awaitReady("shop", "web").getStatus().serviceArn();
    }
}
