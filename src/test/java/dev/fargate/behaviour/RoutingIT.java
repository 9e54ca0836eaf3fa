package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.CompanionKind;
import dev.fargate.api.CompanionStatus;
import dev.fargate.api.FargateLoadBalancer;
import dev.fargate.api.FargateService;
import dev.fargate.testing.Balancers;
import dev.fargate.testing.Ec2;
import dev.fargate.testing.Elb;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** What brings requests to services: it comes before them, changes with them, and goes after them. */
class RoutingIT {
    private static final String NS = "routed";

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
        world.namespace("guests");
        world.operator("--cluster-id=test-cluster", "--rollout-polls=250ms", "--sweep=1s", "--missing-confirmation=1s");
        world.apply(Manifests.environment("routed") + "    listeners: [\"*\"]\n");
        world.environments().awaitReady("routed");
    }

    @AfterAll
    static void stop() {
        ec2.close();
        elb.close();
        world.close();
    }

    @Test
    void aServiceBehindALoadBalancerComesChangesAndGoes() {
        int before = elb.targetGroups().size();
        world.apply(service(
                NS, "life", "life", "paths: [/shop/*], hosts: [shop.example.com]", "{deregistrationDelaySeconds: 5}"));
        world.awaitReason(NS, "life", "LoadBalancerNotFound");
        world.apply(Balancers.manifest(NS, "life", "routed", 80));
        FargateService life = world.awaitReady(NS, "life");

        FargateLoadBalancer balancer = balancers.awaitReady(NS, "life");
        String listener = balancer.getStatus().listeners().getFirst().arn();
        Rule rule = elb.rules(listener).getFirst();
        String group = id(life, CompanionKind.TargetGroup);
        assertThat(rule.actions().getFirst().targetGroupArn()).isEqualTo(group);
        assertThat(elb.tags(rule.ruleArn())).containsEntry("fargate.dev/name", "life");
        assertThat(elb.attributeOfGroup(group, "deregistration_delay.timeout_seconds"))
                .isEqualTo("5");
        String door = id(life, CompanionKind.SecurityGroup);
        assertThat(ec2.openings(door))
                .containsExactly("tcp 8080 " + balancer.getStatus().securityGroupId());
        assertThat(world.ecs()
                        .service("routed", NS + "_life")
                        .networkConfiguration()
                        .awsvpcConfiguration()
                        .securityGroups())
                .contains(door, world.account().get("SECURITY_GROUP"));
        world.until("the load balancer to name its service", () -> balancers
                .find(NS, "life")
                .filter(found -> found.getStatus().services().contains(NS + "/life"))
                .isPresent());

        world.apply(service(
                NS,
                "life",
                "life",
                "paths: [/store/*], priority: 7",
                "{protocolVersion: HTTP2, healthCheck: {path: /ready}}"));
        world.until(
                "the former target group to be gone",
                () -> elb.targetGroups().size() == before + 1
                        && !id(world.service(NS, "life").orElseThrow(), CompanionKind.TargetGroup)
                                .equals(group));
        life = world.awaitReady(NS, "life");
        TargetGroup second = elb.targetGroup(id(life, CompanionKind.TargetGroup));
        assertThat(second.protocolVersion()).isEqualTo("HTTP2");
        assertThat(second.healthCheckPath()).isEqualTo("/ready");
        assertThat(elb.rules(listener)).singleElement().satisfies(only -> {
            assertThat(only.priority()).isEqualTo("7");
            assertThat(only.conditions()).singleElement().satisfies(condition -> assertThat(
                            condition.pathPatternConfig().values())
                    .containsExactly("/store/*"));
        });

        String rank = elb.rules(listener).getFirst().ruleArn();
        world.apply(service(
                NS,
                "life",
                "life",
                "paths: [/till/*], priority: 8",
                "{protocolVersion: HTTP2, healthCheck: {path: /well}}"));
        world.until("the rule to be changed in place", () -> elb.rules(listener).stream()
                .anyMatch(changed -> changed.ruleArn().equals(rank)
                        && changed.priority().equals("8")
                        && changed.conditions()
                                .getFirst()
                                .pathPatternConfig()
                                .values()
                                .contains("/till/*")));
        assertThat(elb.targetGroup(second.targetGroupArn()).healthCheckPath()).isEqualTo("/well");

        elb.deleteRule(elb.rules(listener).getFirst().ruleArn());
        world.kubectl().run("annotate", "fsvc", "-n", NS, "life", "fargate.dev/reconcile-at=2026-01-01T00:00:00Z");
        world.until("the rule to be put back", () -> elb.rules(listener).size() == 1);

        balancers.delete(NS, "life");
        balancers.awaitReason(NS, "life", "InUse");
        world.delete(NS, "life");
        world.awaitGone(NS, "life");
        balancers.awaitGone(NS, "life");
        assertThat(elb.targetGroups()).hasSize(before);
        assertThat(ec2.hasGroup(door)).isFalse();
    }

    @Test
    void aListenerOfOthersIsSharedWithThem() {
        world.apply(Balancers.manifest(NS, "shared", "routed", 8000));
        String listener = balancers
                .awaitReady(NS, "shared")
                .getStatus()
                .listeners()
                .getFirst()
                .arn();
        String theirs = elb.answer(listener, 5, "/theirs");
        world.apply(service(NS, "guest", "shared", "priority: 5, paths: [/ours]", "{}")
                .replace("port: 80,", "port: 8000,"));
        world.awaitReason(NS, "guest", "PriorityInUse");

        world.apply(service(NS, "guest", "shared", "paths: [/ours]", "{}")
                .replace("loadBalancer: shared, port: 80", "listenerArn: \"%s\"".formatted(listener)));
        world.awaitReady(NS, "guest");
        assertThat(elb.rules(listener)).hasSize(2).extracting(Rule::ruleArn).contains(theirs);
        world.delete(NS, "guest");
        world.awaitGone(NS, "guest");
        assertThat(elb.rules(listener)).extracting(Rule::ruleArn).containsExactly(theirs);
    }

    @Test
    void anotherNamespaceNeedsTheLoadBalancersLeave() {
        world.apply(Balancers.manifest(NS, "host", "routed", 80));
        balancers.awaitReady(NS, "host");
        world.apply(service("guests", "visitor", NS + "/host", "paths: [/]", "{}"));
        world.awaitReason("guests", "visitor", "NotAllowed");

        world.apply(Balancers.manifest(NS, "host", "routed", 80) + "  allowedNamespaces: [guests]\n");
        world.awaitReady("guests", "visitor");
        world.delete("guests", "visitor");
        world.awaitGone("guests", "visitor");
    }

    private static String service(String namespace, String name, String balancer, String conditions, String group) {
        return Manifests.service(namespace, name, "routed", "nginx:1")
                + "  loadBalancers:\n"
                + "    - {containerName: app, containerPort: 8080, listener: {loadBalancer: %s, port: 80, %s}, targetGroup: %s}\n"
                        .formatted(balancer, conditions, group);
    }

    private static String id(FargateService service, CompanionKind kind) {
        return service.getStatus().companions().stream()
                .filter(companion -> companion.kind() == kind)
                .map(CompanionStatus::id)
                .findFirst()
                .orElseThrow();
    }
}
