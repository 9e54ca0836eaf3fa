package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateEndpoints;
import dev.fargate.engine.Conditions;
import dev.fargate.testing.Ec2;
import dev.fargate.testing.EndpointSets;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** The life of VPC endpoints; a creation or deletion takes a fifth of a second. */
class EndpointsIT {
    private static World world;
    private static Ec2 ec2;
    private static EndpointSets sets;

    @BeforeAll
    static void start() {
        world = World.start();
        ec2 = new Ec2(world);
        sets = new EndpointSets(world);
        world.operator("--cluster-id=test-cluster", "--rollout-polls=250ms", "--sweep=1s");
    }

    @AfterAll
    static void stop() {
        ec2.close();
        world.close();
    }

    @Test
    void aSetOfEndpointsComesChangesAndGoes() {
        world.apply(EndpointSets.manifest("life", "sqs, no-such-service").replace("preset: None", "preset: Private")
                + "  tags: {team: shop}\n");
        FargateEndpoints life = sets.awaitReady("life");
        assertThat(EndpointSets.owned(life))
                .containsExactly("ecr.api", "ecr.dkr", "logs", "s3", "secretsmanager", "sqs", "ssm");
        assertThat(Conditions.find(life.getStatus().conditions(), "NotOffered"))
                .hasValueSatisfying(
                        condition -> assertThat(condition.getMessage()).contains("no-such-service"));
        assertThat(ec2.endpointsOf("life")).hasSize(7);

        world.apply(EndpointSets.manifest("life", "sqs").replace(", \"${SUBNET_B}\"", ""));
        life = sets.awaitReady("life");
        assertThat(EndpointSets.owned(life)).containsExactly("sqs");
        VpcEndpoint sqs = ec2.endpointsOf("life").getFirst();
        assertThat(sqs.subnetIds()).containsExactly(world.account().get("SUBNET_A"));
        assertThat(sqs.tags()).noneMatch(tag -> tag.key().equals("team"));

        ec2.deleteEndpoint(sqs.vpcEndpointId());
        world.until("another endpoint", () -> ec2.endpointsOf("life").stream()
                .anyMatch(endpoint -> !endpoint.vpcEndpointId().equals(sqs.vpcEndpointId())));
        sets.delete("life");
        sets.awaitGone("life");
        assertThat(ec2.endpointsOf("life")).isEmpty();
    }

    @Test
    void endpointsOfOthersAreUsedAndLeftAlone() {
        String theirs = ec2.endpoint(
                "com.amazonaws.%s.kms".formatted(world.account().get("AWS_REGION")),
                world.account().get("SUBNET_A"));
        world.apply(EndpointSets.manifest("guest", "kms"));

        FargateEndpoints guest = sets.awaitReady("guest");
        assertThat(guest.getStatus().endpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.id()).isEqualTo(theirs);
            assertThat(endpoint.owned()).isFalse();
        });
        assertThat(ec2.endpointsOf("guest")).isEmpty();
        sets.delete("guest");
        sets.awaitGone("guest");
    }

    @Test
    void routeTablesAreGivenById() {
        String table = ec2.routeTable();
        world.apply(EndpointSets.manifest("routed", "dynamodb") + "  routeTables: [%s]\n".formatted(table));
        sets.awaitReady("routed");

        assertThat(ec2.endpointsOf("routed").getFirst().routeTableIds()).containsExactly(table);
    }

    @Test
    void subnetsAndRouteTablesAreChosenByTags() {
        String table = ec2.routeTable();
        ec2.tag(table, "for", "tagged");
        ec2.tag(world.account().get("SUBNET_B"), "for", "tagged");
        world.apply(EndpointSets.in("""
                region: ${AWS_REGION}
                subnetSelector: {matchTags: {for: tagged}}
                routeTableSelector: {matchTags: {for: tagged}}
                allowedSources: [10.0.0.0/16]
                """, "tagged", "dynamodb, athena"));
        sets.awaitReady("tagged");

        assertThat(ec2.endpointsOf("tagged"))
                .anySatisfy(endpoint -> assertThat(endpoint.routeTableIds()).containsExactly(table));
        assertThat(ec2.endpointsOf("tagged")).anySatisfy(endpoint -> assertThat(endpoint.subnetIds())
                .containsExactly(world.account().get("SUBNET_B")));
    }

    @Test
    void aSecurityGroupComesFirstAndGoesLast() {
        String place = """
                region: ${AWS_REGION}
                subnets: ["${SUBNET_A}"]
                allowedSources: [10.0.0.0/16]
                tags: {team: shop}
                """;
        world.apply(EndpointSets.in(place, "grouped", "glue"));
        sets.awaitReady("grouped");
        assertThat(sources("grouped")).containsExactly("10.0.0.0/16");

        world.apply(EndpointSets.in(
                place.replace("10.0.0.0/16", "10.0.1.0/24").replace("tags: {team: shop}", "tags: {unit: shop}"),
                "grouped",
                "glue"));
        sets.awaitReady("grouped");
        world.until("the other source", () -> sources("grouped").equals(List.of("10.0.1.0/24")));
        sets.delete("grouped");
        sets.awaitGone("grouped");
        assertThat(ec2.group("fargate-endpoints-grouped-")).isEmpty();
    }

    @Test
    void endpointsOfAnEnvironmentLetItsTasksIn() {
        world.apply(Manifests.environment("ground"));
        world.apply(EndpointSets.in("environment: ground", "of-environment", "kinesis-streams"));
        FargateEndpoints found = sets.awaitReady("of-environment");

        assertThat(ec2.group("fargate-endpoints-of-environment-").orElseThrow().ipPermissions())
                .singleElement()
                .satisfies(permission -> assertThat(permission.userIdGroupPairs())
                        .singleElement()
                        .satisfies(pair -> assertThat(pair.groupId())
                                .isEqualTo(world.account().get("SECURITY_GROUP"))));
        assertThat(found.getStatus().cost()).isNotNull();
    }

    private static List<String> sources(String name) {
        return ec2.group("fargate-endpoints-%s-".formatted(name)).orElseThrow().ipPermissions().stream()
                .flatMap(permission -> permission.ipRanges().stream())
                .map(IpRange::cidrIp)
                .toList();
    }

    @Test
    void whatIsObservedIsNotChanged() {
        world.apply(EndpointSets.manifest("seen", "sts") + "  managementPolicy: Observe\n");

        assertThat(sets.awaitReason("seen", "Observing").getStatus().plan()).hasSize(1);
        sets.delete("seen");
        sets.awaitGone("seen");
        assertThat(ec2.endpointsOf("seen")).isEmpty();
    }

    @Test
    void whatIsRetainedStays() {
        world.apply(EndpointSets.manifest("kept", "events") + "  deletionPolicy: Retain\n");
        sets.awaitReady("kept");
        sets.delete("kept");
        sets.awaitGone("kept");

        assertThat(ec2.endpointsOf("kept")).hasSize(1);
    }
}
