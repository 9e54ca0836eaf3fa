package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.api.FargateTask;
import dev.fargate.api.PreflightReport;
import dev.fargate.engine.Conditions;
import dev.fargate.testing.Ec2;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.Runs;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Event;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What tasks will meet with is told before they start, and explains why they stop. */
class PreflightIT {
    private static final String ENVIRONMENT = "preflight";

    @AutoClose
    private static final World world = World.start();

    @BeforeAll
    static void start() {
        world.operator("--preflight=true");
        world.apply(Manifests.environment(ENVIRONMENT).replace("secrets: [", "secrets: ['arn:aws:ssm:*', ")
                + "    subnets: ['subnet-*']\n");
        world.environments().awaitReady(ENVIRONMENT);
    }

    @Test
    void a_task_that_can_start_is_told_by_which_way_and_services_share_the_looks() {
        String ns = world.namespace("open");
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1"));
        FargateService ready = world.await(
                ns,
                "web",
                "Ready and looked into",
                service -> World.isReady(service) && preflight(service).isPresent());

        assertThat(preflight(ready).orElseThrow().getReason()).isEqualTo("NotLookedAt");
        assertThat(ready.getStatus().problem()).isNull();
        assertThat(ready.getStatus().preflight().passed()).contains("Subnet").anySatisfy(way -> assertThat(way)
                .startsWith("Reachability: registry-1.docker.io by NAT gateway nat-"));

        long looks = world.aws().calls("ec2", "DescribeRouteTables");
        world.apply(Manifests.service(ns, "api", ENVIRONMENT, "nginx:1"));
        world.await(ns, "api", "looked into", service -> preflight(service).isPresent());
        assertThat(world.aws().calls("ec2", "DescribeRouteTables")).isEqualTo(looks);
    }

    @Test
    void a_subnet_without_a_way_out_is_told_before_and_after_a_task_has_failed_for_it() {
        String ns = world.namespace("closed");
        String subnet;
        try (Ec2 ec2 = new Ec2(world)) {
            subnet = ec2.subnet(77);
        }
        String sentence = "Subnet %s has no route to registry-1.docker.io: no NAT".formatted(subnet);

        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:fail-pull-timeout")
                + "  network: {subnets: [%s]}\n".formatted(subnet));
        world.apply(Manifests.run(
                ns, ENVIRONMENT, "nginx:fail-pull-timeout", "network: {subnets: [%s]}".formatted(subnet)));
        FargateService told = world.await(ns, "web", "told of its network", service -> preflight(service)
                .filter(condition -> condition.getStatus().equals("False"))
                .isPresent());
        assertThat(preflight(told).orElseThrow().getReason()).isEqualTo("NetworkUnreachable");
        assertThat(told.getStatus().problem().message()).startsWith(sentence);
        world.until("the Event", () -> world.kubernetes().v1().events().inNamespace(ns).list().getItems().stream()
                .map(Event::getMessage)
                .anyMatch(message -> message.startsWith("Preflight: " + sentence)));

        FargateService failed = world.await(
                ns,
                "web",
                "explained",
                service -> service.getStatus() != null
                        && !service.getStatus().stoppedTasks().isEmpty());
        assertThat(failed.getStatus().stoppedTasks()).first().satisfies(task -> {
            assertThat(task.cause()).isEqualTo("NetworkUnreachable");
            assertThat(task.meaning()).startsWith(sentence);
        });

        FargateTask run = new Runs(world)
                .await(
                        ns,
                        "run",
                        "explained",
                        task -> task.getStatus() != null
                                && !task.getStatus().attempts().isEmpty());
        assertThat(Conditions.find(run.getStatus().conditions(), "PreflightPassed"))
                .hasValueSatisfying(
                        condition -> assertThat(condition.getMessage()).startsWith(sentence));
        assertThat(run.getStatus().attempts().getFirst().meaning()).startsWith(sentence);
    }

    @Test
    void a_rollout_that_the_load_balancer_takes_nothing_of_is_explained_by_what_its_check_met_with() {
        String ns = world.namespace("balanced");
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:elb-unhealthy")
                + "  loadBalancers: [{targetGroupArn: '${TARGET_GROUP_ARN}', containerName: app, containerPort: 8080}]\n"
                + "  deployment: {circuitBreaker: {enable: true}}\n");
        FargateService failed = world.awaitReason(ns, "web", "RolloutFailed");

        assertThat(failed.getStatus().problem().cause()).isEqualTo("LoadBalancerHealth");
        assertThat(failed.getStatus().problem().message())
                .contains("arget group samples")
                .contains("503");
        world.until(
                "a look at the targets", () -> world.aws().calls("elasticloadbalancing", "DescribeTargetHealth") > 0);
    }

    @Test
    void all_that_a_task_names_is_looked_at() {
        String ns = world.namespace("named");
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1")
                + """
                        mountPoints: [{sourceVolume: files, containerPath: /files}]
                        secrets:
                          - {name: PASSWORD, valueFrom: "${SECRET_ARN}"}
                          - {name: TOKEN, valueFrom: "arn:aws:ssm:eu-west-1:123456789012:parameter/not-made"}
                    volumes: [{name: files, efsVolumeConfiguration: {fileSystemId: "${FILE_SYSTEM_ID}"}}]
                  loadBalancers: [{targetGroupArn: "${TARGET_GROUP_ARN}", containerName: app, containerPort: 8080}]
                """);
        FargateService told = world.await(
                ns, "web", "looked into", service -> preflight(service).isPresent());

        assertThat(preflight(told).orElseThrow().getStatus()).isEqualTo("False");
        assertThat(preflight(told).orElseThrow().getReason()).isEqualTo("SecretMissing");
        assertThat(told.getStatus().preflight().problems())
                .extracting(PreflightReport.Problem::message)
                .anySatisfy(message -> assertThat(message)
                        .startsWith("Parameter arn:aws:ssm:eu-west-1:123456789012:parameter/not-made does not exist."))
                .anySatisfy(message -> assertThat(message).contains("shop/web:1 does not exist"));
        assertThat(told.getStatus().preflight().passed()).contains("FileSystem", "TargetGroup");
    }

    private static Optional<Condition> preflight(FargateService service) {
        return service.getStatus() == null
                ? Optional.empty()
                : Conditions.find(service.getStatus().conditions(), "PreflightPassed");
    }
}
