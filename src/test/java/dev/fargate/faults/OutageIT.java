package dev.fargate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.engine.Conditions;
import dev.fargate.simulator.fault.Effect;
import dev.fargate.simulator.fault.Effect.Damage;
import dev.fargate.simulator.fault.Fault;
import dev.fargate.simulator.fault.FaultReport;
import dev.fargate.simulator.journal.Outcome;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("promise-5")
class OutageIT {
    private static final int OK = 200;
    private static final String OTHER_ACCOUNT = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
            <Arn>arn:aws:iam::999999999999:user/other</Arn><UserId>other</UserId><Account>999999999999</Account>
            </GetCallerIdentityResult></GetCallerIdentityResponse>""";

    private static World world;
    private static OperatorUnderTest operator;

    @BeforeAll
    static void start() {
        world = World.start();
        operator = world.operator();
        world.namespace("shop");
        world.apply(Manifests.environment("prod"));
        world.apply(Manifests.service("shop", "quiet", "prod", "nginx:1"));
        world.apply(Manifests.service("shop", "busy", "prod", "nginx:1"));
        world.awaitReady("shop", "quiet");
        world.awaitReady("shop", "busy");
    }

    @AfterEach
    void heal() {
        world.aws().clearFaults();
        world.environments().awaitReady("prod");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void anOutageIsToldWhereItMattersAndPasses() {
        String before = version("quiet");
        world.aws().add(Fault.outage());

        world.apply(Manifests.service("shop", "busy", "prod", "nginx:2"));
        FargateService pending = world.awaitReason("shop", "busy", "AwsUnavailable");
        awaitEnvironmentReason("AwsUnavailable");

        assertThat(Conditions.isTrue(pending.getStatus().conditions(), Conditions.STALLED))
                .isFalse();
        assertThat(version("quiet")).isEqualTo(before);
        assertThat(operator.probe("/livez")).isEqualTo(OK);
        assertThat(operator.probe("/readyz")).isEqualTo(OK);
        world.aws().clearFaults();
        world.awaitReady("shop", "busy");
        world.environments().awaitReady("prod");
        assertThat(version("quiet")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedReplyIsNoWordOfADeletion(Damage damage) {
        world.aws().resetCounts();
        String before = version("quiet");
        int fault = world.aws().add(Fault.every("ecs", "DescribeServices", new Effect.Distort(damage)));

        Poke.service(world, "shop", "quiet");
        awaitStrikes(fault, 4);

        assertReadyAndAlone("quiet");
        assertThat(before).isNotEmpty();
    }

    @Test
    void aMissingClusterIsNoWordOfItsServices() {
        world.aws().resetCounts();
        int fault = world.aws()
                .add(Fault.every(
                        "ecs",
                        "DescribeServices",
                        new Effect.Fail(400, "ClusterNotFoundException", "Cluster not found.")));

        Poke.service(world, "shop", "quiet");
        awaitStrikes(fault, 4);

        assertReadyAndAlone("quiet");
    }

    @Test
    @Tag("promise-4")
    void theCredentialsOfAnotherAccountTouchNothing() {
        world.apply(Manifests.environment("moved"));
        world.environments().awaitReady("moved");
        int fault = world.aws()
                .add(Fault.every("sts", "GetCallerIdentity", new Effect.Answer(OK, "text/xml", OTHER_ACCOUNT)));
        world.aws().resetCounts();

        Poke.environment(world, "moved");
        awaitEnvironmentReason("moved", "AccountChanged");
        world.kubernetes()
                .resource(world.environments().find("moved").orElseThrow())
                .delete();
        awaitStrikes(fault, 2);

        assertThat(world.environments().find("moved")).isPresent();
        assertThat(world.aws().calls("ecs", "DeleteCluster")).isZero();
        assertThat(world.aws().calls("ecs", "CreateCluster")).isZero();
        world.aws().clearFaults();
        Poke.environment(world, "moved");
        world.environments().awaitGone("moved");
        assertThat(world.aws().calls("ecs", "DeleteCluster", Outcome.OK)).isEqualTo(1);
    }

    private static void assertReadyAndAlone(String name) {
        assertThat(World.isReady(world.service("shop", name).orElseThrow())).isTrue();
        assertThat(world.aws().calls("ecs", "CreateService")).isZero();
        assertThat(world.aws().calls("ecs", "CreateCluster")).isZero();
        assertThat(world.aws().calls("ecs", "RegisterTaskDefinition")).isZero();
    }

    private static String version(String name) {
        return world.service("shop", name).orElseThrow().getMetadata().getResourceVersion();
    }

    private static void awaitStrikes(int fault, int times) {
        world.until("the fault to strike " + times + " times", () -> world.aws().faults().stream()
                .filter(report -> report.id() == fault)
                .mapToInt(FaultReport::struck)
                .anyMatch(struck -> struck >= times));
    }

    private static void awaitEnvironmentReason(String reason) {
        awaitEnvironmentReason("prod", reason);
    }

    private static void awaitEnvironmentReason(String name, String reason) {
        world.until("environment " + name + " to tell " + reason, () -> world.environments()
                .find(name)
                .flatMap(found -> Conditions.find(found.getStatus().conditions(), Conditions.READY))
                .map(Condition::getReason)
                .filter(reason::equals)
                .isPresent());
    }
}
