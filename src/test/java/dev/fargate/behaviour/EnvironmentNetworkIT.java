package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus.Subnet;
import dev.fargate.engine.Conditions;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.Match;
import dev.fargate.simulator.fault.Schedule;
import dev.fargate.testing.Ec2;
import dev.fargate.testing.Ecs;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Subnets and security groups that an environment chooses by their tags. */
class EnvironmentNetworkIT {
    private static World world;
    private static Ecs ecs;
    private static Ec2 ec2;

    @BeforeAll
    static void start() {
        world = World.start();
        ecs = world.ecs();
        ec2 = new Ec2(world);
        world.operator();
    }

    @AfterAll
    static void stop() {
        ec2.close();
        world.close();
    }

    @Test
    void subnetsAreChosenByTheirTagsAndServicesFollowThem() {
        String ns = world.namespace("follow");
        String first = tagged(ns, 20);
        String other = ec2.subnet(21);
        ec2.tag(other, "tests/tier", ns);
        ec2.tag(world.account().get("SECURITY_GROUP"), "tests/tier", ns);
        world.apply(selecting(ns));
        world.environments().awaitReason(ns, "Ready");
        world.apply(Manifests.service(ns, "web", ns, "nginx:1"));
        world.awaitReady(ns, "web");
        assertThat(subnetsOf(ns)).as("the other lacks a tag").containsExactly(first);
        assertThat(usedBy(ns)).containsExactly(first);
        assertThat(ecs.service(ns, ns + "_web")
                        .networkConfiguration()
                        .awsvpcConfiguration()
                        .securityGroups())
                .containsExactly(world.account().get("SECURITY_GROUP"));

        ec2.tag(other, "tests/purpose", "anything");
        world.environments().lookAgainAt(ns);

        world.until("the service to use both", () -> usedBy(ns).containsAll(List.of(first, other)));
        world.awaitReady(ns, "web");

        ec2.untag(first, "tests/tier");
        world.environments().lookAgainAt(ns);

        world.until("the service to use what is left", () -> usedBy(ns).equals(List.of(other)));
        world.awaitReady(ns, "web");
        assertThat(ecs.requests("CreateService", ns + "_web")).hasSize(1);
    }

    @Test
    @Tag("promise-5")
    void anEmptyReplyTakesNoSubnetAway() {
        String ns = world.namespace("empty-reply");
        String subnet = tagged(ns, 30);
        ec2.tag(world.account().get("SECURITY_GROUP"), "tests/tier", ns);
        world.apply(selecting(ns));
        world.environments().awaitReason(ns, "Ready");
        String hash = world.environments().find(ns).orElseThrow().getStatus().resolvedHash();
        long looks = world.aws().calls("ec2", "DescribeSubnets");

        world.aws()
                .add(new Fault(
                        Match.operation("ec2", "DescribeSubnets").containing(ns),
                        Schedule.nth(1),
                        new Effect.Distort(Effect.Damage.EMPTY)));
        world.environments().lookAgainAt(ns);

        world.until("the second look", () -> world.aws().calls("ec2", "DescribeSubnets") >= looks + 2);
        world.until(
                "the request to be answered",
                () -> world.environments().find(ns).orElseThrow().getStatus().lastHandledReconcileAt() != null);
        FargateEnvironment after = world.environments().find(ns).orElseThrow();
        assertThat(subnetsOf(ns)).containsExactly(subnet);
        assertThat(after.getStatus().resolvedHash()).isEqualTo(hash);
        assertThat(Conditions.isTrue(after.getStatus().conditions(), Conditions.READY))
                .isTrue();
    }

    @Test
    void whatNothingCarriesIsNamedAndHealsWhenItIsTagged() {
        String ns = world.namespace("untagged");
        ec2.tag(world.account().get("SECURITY_GROUP"), "tests/tier", ns);
        world.apply(selecting(ns));

        FargateEnvironment stalled = world.environments().awaitReason(ns, "NoneSelected");
        assertThat(Conditions.find(stalled.getStatus().conditions(), Conditions.STALLED))
                .get()
                .extracting(Condition::getMessage)
                .asString()
                .contains("subnetSelector", "tests/purpose=*, tests/tier=" + ns);
        assertThat(ecs.requests("CreateCluster", ns)).isEmpty();

        tagged(ns, 40);
        world.environments().lookAgainAt(ns);

        world.environments().awaitReason(ns, "Ready");
    }

    private static String tagged(String tier, int number) {
        String subnet = ec2.subnet(number);
        ec2.tag(subnet, "tests/tier", tier);
        ec2.tag(subnet, "tests/purpose", "tasks");
        return subnet;
    }

    private static String selecting(String name) {
        return Manifests.environment(name)
                .replace("    subnets: [\"${SUBNET_A}\", \"${SUBNET_B}\"]\n", """
                            vpcId: ${VPC_ID}
                            subnetSelector: {matchTags: {tests/tier: %s, tests/purpose: "*"}}
                        """.formatted(name)
                        .indent(0))
                .replace(
                        "    securityGroups: [\"${SECURITY_GROUP}\"]\n",
                        "    securityGroupSelector: {matchTags: {tests/tier: %s}}\n".formatted(name));
    }

    private static List<String> subnetsOf(String environment) {
        return world.environments().find(environment).orElseThrow().getStatus().subnets().stream()
                .map(Subnet::id)
                .toList();
    }

    private static List<String> usedBy(String namespace) {
        return ecs.service(namespace, namespace + "_web")
                .networkConfiguration()
                .awsvpcConfiguration()
                .subnets();
    }
}
