package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateLoadBalancerStatus;
import dev.fargate.testing.Balancers;
import dev.fargate.testing.Ec2;
import dev.fargate.testing.Elb;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** The life of load balancers; the setting up of one takes a fifth of a second. */
class LoadBalancerIT {
    private static final String NS = "edge";

    private static World world;
    private static Elb elb;
    private static Ec2 ec2;
    private static Balancers balancers;

    @BeforeAll
    static void start() {
        world = World.start();
        elb = new Elb(world);
        ec2 = new Ec2(world);
        balancers = new Balancers(world);
        world.namespace(NS);
        world.operator("--cluster-id=test-cluster", "--rollout-polls=250ms", "--sweep=1s");
        world.apply(Manifests.environment("edge")
                + "    subnets: [\"*\"]\n    securityGroups: [\"*\"]\n"
                + "    certificates: [\"arn:aws:iam::*:server-certificate/edge\"]\n"
                + "    adopt: [\"arn:aws:elasticloadbalancing:*:*:loadbalancer/app/strange/*\"]\n");
        world.environments().awaitReady("edge");
    }

    @AfterAll
    static void stop() {
        ec2.close();
        elb.close();
        world.close();
    }

    @Test
    void aLoadBalancerComesChangesAndGoes() {
        world.apply(
                Balancers.manifest(NS, "life", "edge", 80) + "  allowedSources: [10.0.0.0/8]\n  tags: {team: shop}\n");
        balancers.awaitReason(NS, "life", "Provisioning");
        FargateLoadBalancer life = balancers.awaitReady(NS, "life");
        String arn = life.getStatus().arn();
        String group = life.getStatus().securityGroupId();
        assertThat(elb.byArn(arn).dnsName()).isEqualTo(life.getStatus().dnsName());
        assertThat(ec2.openings(group)).containsExactly("tcp 80 10.0.0.0/8");
        assertThat(elb.tags(arn)).containsEntry("team", "shop").containsEntry("fargate.dev/name", "life");

        world.apply(Balancers.manifest(NS, "life", "edge", 8080)
                        .replace(
                                "protocol: HTTP",
                                "protocol: HTTP, defaultAction: {fixedResponse: {statusCode: 503, contentType: text/html,"
                                        + " messageBody: closed}}")
                        .replace("${SUBNET_A}", ec2.subnet(77))
                + "  allowedSources: [10.1.0.0/16]\n  ipAddressType: dualstack\n  attributes: {routing.http2.enabled: \"false\"}\n"
                + "  tags: {squad: red}\n");
        life = balancers.awaitReady(NS, "life");
        assertThat(life.getStatus().arn()).isEqualTo(arn);
        LoadBalancer changed = elb.byArn(arn);
        assertThat(changed.ipAddressTypeAsString()).isEqualTo("dualstack");
        assertThat(changed.availabilityZones())
                .noneMatch(zone -> zone.subnetId().equals(world.account().get("SUBNET_A")));
        assertThat(elb.attribute(arn, "routing.http2.enabled")).isEqualTo("false");
        assertThat(elb.tags(arn)).containsEntry("squad", "red").doesNotContainKey("team");
        assertThat(ec2.openings(group)).containsExactly("tcp 8080 10.1.0.0/16");
        Listener listener = elb.listeners(arn).getFirst();
        assertThat(listener.port()).isEqualTo(8080);
        assertThat(listener.defaultActions().getFirst().fixedResponseConfig().messageBody())
                .isEqualTo("closed");

        elb.answerAll(listener.listenerArn(), 8080);
        world.until("the default action to be put back", () -> elb.listeners(arn).stream()
                .anyMatch(found -> "closed"
                        .equals(found.defaultActions()
                                .getFirst()
                                .fixedResponseConfig()
                                .messageBody())));
        world.apply(Balancers.manifest(NS, "life", "edge", 8080) + "  securityGroups: [\"${SECURITY_GROUP}\"]\n");
        balancers.awaitReady(NS, "life");
        world.until("its own group to be deleted", () -> !ec2.hasGroup(group));
        balancers.delete(NS, "life");
        balancers.awaitGone(NS, "life");
        assertThat(elb.named(changed.loadBalancerName())).isEmpty();
    }

    @Test
    void aCertificateNeedsTheEnvironmentsLeave() {
        String https = Balancers.manifest(NS, "secret", "edge", 443)
                .replace(
                        "protocol: HTTP",
                        "protocol: HTTPS, certificateArn: \"arn:aws:iam::123456789012:server-certificate/%s\"");
        world.apply(https.formatted("theirs"));
        balancers.awaitReason(NS, "secret", "NotAllowed");

        world.apply(https.formatted("edge"));
        FargateLoadBalancer secret = balancers.awaitReady(NS, "secret");
        assertThat(elb.listeners(secret.getStatus().arn())
                        .getFirst()
                        .certificates()
                        .getFirst()
                        .certificateArn())
                .endsWith(":server-certificate/edge");
        balancers.delete(NS, "secret");
        balancers.awaitGone(NS, "secret");
    }

    @Test
    void aDeletionWaitsForItsServices() {
        world.apply(Balancers.manifest(NS, "front", "edge", 80)
                .replace(
                        "protocol: HTTP",
                        "protocol: HTTP, defaultAction: {forward: {targetGroupArn: \"${TARGET_GROUP_ARN}\"}}"));
        world.apply(
                Manifests.service(NS, "behind", "edge", "nginx:1")
                        + "  loadBalancers: [{targetGroupArn: \"${TARGET_GROUP_ARN}\", containerName: app, containerPort: 8080}]\n");
        FargateLoadBalancer front = balancers.awaitReady(NS, "front");
        assertThat(elb.listeners(front.getStatus().arn())
                        .getFirst()
                        .defaultActions()
                        .getFirst()
                        .targetGroupArn())
                .isEqualTo(world.account().get("TARGET_GROUP_ARN"));
        world.until("the service to be named", () -> balancers
                .find(NS, "front")
                .map(FargateLoadBalancer::getStatus)
                .map(FargateLoadBalancerStatus::services)
                .filter(services -> services.contains("edge/behind"))
                .isPresent());

        balancers.delete(NS, "front");
        balancers.awaitReason(NS, "front", "InUse");
        world.delete(NS, "behind");
        balancers.awaitGone(NS, "front");
        assertThat(ec2.hasGroup(front.getStatus().securityGroupId())).isFalse();
    }

    @Test
    void aLoadBalancerOfSomebodyElseIsTakenOverOnlyWhenAsked() {
        String arn = elb.create("strange");
        world.apply(Balancers.manifest(NS, "guest", "edge", 80) + "  loadBalancerName: strange\n");
        balancers.awaitReason(NS, "guest", "NotOurs");
        assertThat(elb.tags(arn)).isEmpty();

        world.apply(Balancers.manifest(NS, "guest", "edge", 80)
                + "  loadBalancerName: strange\n  adoptionPolicy: IfExists\n");
        assertThat(balancers.awaitReady(NS, "guest").getStatus().arn()).isEqualTo(arn);
        assertThat(elb.tags(arn)).containsEntry("fargate.dev/name", "guest");
        balancers.delete(NS, "guest");
        balancers.awaitGone(NS, "guest");
    }

    @Test
    void whatIsObservedIsNotChanged() {
        world.apply(
                Balancers.manifest(NS, "seen", "edge", 80) + "  loadBalancerName: seen\n  managementPolicy: Observe\n");

        assertThat(balancers.awaitReason(NS, "seen", "Observing").getStatus().plan())
                .isNotEmpty();
        balancers.delete(NS, "seen");
        balancers.awaitGone(NS, "seen");
        assertThat(elb.named("seen")).isEmpty();
    }

    @Test
    void whatIsRetainedStays() {
        world.apply(
                Balancers.manifest(NS, "kept", "edge", 80) + "  loadBalancerName: kept\n  deletionPolicy: Retain\n");
        balancers.awaitReady(NS, "kept");
        balancers.delete(NS, "kept");
        balancers.awaitGone(NS, "kept");

        assertThat(elb.named("kept")).hasSize(1);
    }
}
