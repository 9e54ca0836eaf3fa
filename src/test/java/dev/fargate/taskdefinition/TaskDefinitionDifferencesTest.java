package dev.fargate.taskdefinition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.engine.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerCondition;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.Volume;

class TaskDefinitionDifferencesTest {
    private static final ContainerDefinition WEB = ContainerDefinition.builder()
            .name("web")
            .image("shop/web:1")
            .command("serve", "--all")
            .portMappings(port -> port.containerPort(80), port -> port.containerPort(443))
            .environment(
                    pair -> pair.name("A").value("1"), pair -> pair.name("B").value("hunter2"))
            .secrets(secret -> secret.name("C").valueFrom("arn:c"))
            .healthCheck(check -> check.command("CMD", "true"))
            .logConfiguration(log -> log.logDriver(LogDriver.AWSLOGS)
                    .options(Map.of("awslogs-group", "/shop", "awslogs-region", "eu-west-1")))
            .dependsOn(
                    wait -> wait.containerName("log").condition(ContainerCondition.START),
                    wait -> wait.containerName("proxy").condition(ContainerCondition.HEALTHY))
            .environmentFiles(file -> file.type("s3").value("arn:aws:s3:::shop/a.env"), file -> file.type("s3")
                    .value("arn:aws:s3:::shop/b.env"))
            .mountPoints(mount -> mount.sourceVolume("data").containerPath("/data"))
            .build();

    private static final ContainerDefinition LOG =
            ContainerDefinition.builder().name("log").image("shop/log:1").build();

    private static final RegisterTaskDefinitionRequest DESIRED = RegisterTaskDefinitionRequest.builder()
            .family("shop_web")
            .networkMode(NetworkMode.AWSVPC)
            .requiresCompatibilities(Compatibility.FARGATE)
            .cpu("256")
            .memory("512")
            .containerDefinitions(WEB, LOG)
            .volumes(Volume.builder()
                    .name("data")
                    .efsVolumeConfiguration(efs -> efs.fileSystemId("fs-1"))
                    .build())
            .tags(tag -> tag.key("team").value("shop"))
            .build();

    @Test
    void what_ECS_fills_in_and_an_order_that_means_nothing_are_no_difference() {
        assertThat(between(web -> {})).isEmpty();
    }

    @Test
    void a_field_of_a_container_is_named_by_its_path_in_the_spec() {
        assertThat(between(web -> web.image("shop/web:2").cpu(10).stopTimeout(60)))
                .containsExactly(
                        new Difference("containers[web].cpu", "absent", "10"),
                        new Difference("containers[web].image", "shop/web:1", "shop/web:2"),
                        new Difference("containers[web].stopTimeout", "absent", "60"));
    }

    @Test
    void values_that_may_be_secret_are_never_shown() {
        List<Difference> differences = between(web -> web.environment(
                        pair -> pair.name("B").value("hunter3"),
                        pair -> pair.name("NEW").value("hunter4"))
                .secrets(secret -> secret.name("C").valueFrom("arn:hunter5"))
                .command("serve", "--password=hunter6")
                .entryPoint("hunter7")
                .healthCheck(check -> check.command("CMD", "hunter8"))
                .logConfiguration(log -> log.logDriver(LogDriver.SPLUNK).options(Map.of("splunk-token", "hunter9"))));

        assertThat(differences.toString()).doesNotContain("hunter");
        assertThat(differences)
                .extracting(Difference::toString)
                .containsExactly(
                        "containers[web].command: changed",
                        "containers[web].entryPoint: set -> absent",
                        "containers[web].environment[A]: absent -> set",
                        "containers[web].environment[B]: changed",
                        "containers[web].environment[NEW]: set -> absent",
                        "containers[web].healthCheck.command: changed",
                        "containers[web].logConfiguration.logDriver: splunk -> awslogs",
                        "containers[web].logConfiguration.options[awslogs-group]: absent -> /shop",
                        "containers[web].logConfiguration.options[awslogs-region]: absent -> eu-west-1",
                        "containers[web].logConfiguration.options[splunk-token]: set -> absent",
                        "containers[web].secrets[C]: changed");
    }

    @Test
    void an_order_that_ECS_keeps_is_one() {
        assertThat(between(web -> web.command("--all", "serve")))
                .containsExactly(Difference.redacted("containers[web].command"));
        assertThat(between(web -> web.environmentFiles(
                        file -> file.type("s3").value("arn:aws:s3:::shop/b.env"),
                        file -> file.type("s3").value("arn:aws:s3:::shop/a.env"))))
                .extracting(Difference::path)
                .containsExactly("containers[web].environmentFiles");
    }

    @Test
    void a_container_more_or_less_is_one_difference() {
        ContainerDefinition proxy = ContainerDefinition.builder()
                .name("proxy")
                .image("envoy")
                .cpu(5)
                .build();

        assertThat(TaskDefinitionDifferences.between(
                        DESIRED, live(web -> {}).copy(live -> live.containerDefinitions(filled(WEB), proxy))))
                .containsExactly(
                        new Difference("containers[log]", "set", "absent"),
                        new Difference("containers[proxy]", "absent", "set"));
    }

    @Test
    void a_task_definition_of_another_launch_type_differs_in_what_makes_it_so() {
        TaskDefinition ec2 = live(web -> {}).copy(live -> live.networkMode(NetworkMode.BRIDGE)
                .requiresCompatibilities(Compatibility.EC2)
                .memory("1024"));

        assertThat(TaskDefinitionDifferences.between(DESIRED, ec2))
                .extracting(Difference::path)
                .containsExactly("memory", "networkMode", "requiresCompatibilities");
    }

    private static List<Difference> between(Consumer<ContainerDefinition.Builder> change) {
        return TaskDefinitionDifferences.between(DESIRED, live(change));
    }

    /** As DescribeTaskDefinition gives it back: defaults filled in, lists in another order, and what ECS adds. */
    private static TaskDefinition live(Consumer<ContainerDefinition.Builder> change) {
        return TaskDefinition.builder()
                .taskDefinitionArn("arn:aws:ecs:eu-west-1:123456789012:task-definition/theirs:7")
                .family("theirs")
                .revision(7)
                .status("ACTIVE")
                .registeredAt(Instant.EPOCH)
                .registeredBy("somebody")
                .requiresAttributes(attribute -> attribute.name("ecs.capability.task-eni"))
                .compatibilities(Compatibility.EC2, Compatibility.FARGATE)
                .requiresCompatibilities(Compatibility.FARGATE)
                .networkMode(NetworkMode.AWSVPC)
                .cpu("256")
                .memory("512")
                .enableFaultInjection(false)
                .placementConstraints(List.of())
                .containerDefinitions(filled(LOG), filled(WEB).copy(change))
                .volumes(Volume.builder()
                        .name("data")
                        .host(host -> {})
                        .efsVolumeConfiguration(efs ->
                                efs.fileSystemId("fs-1").rootDirectory("/").transitEncryption("DISABLED"))
                        .build())
                .build();
    }

    private static ContainerDefinition filled(ContainerDefinition container) {
        return container.copy(filled -> filled.essential(true)
                .cpu(0)
                .readonlyRootFilesystem(false)
                .versionConsistency("enabled")
                .ulimits(List.of())
                .systemControls(List.of())
                .volumesFrom(List.of())
                .portMappings(container.portMappings().reversed().stream()
                        .map(port -> port.copy(
                                copy -> copy.hostPort(port.containerPort()).protocol("tcp")))
                        .toList())
                .environment(container.environment().reversed())
                .dependsOn(container.dependsOn().reversed())
                .healthCheck(
                        container.healthCheck() == null
                                ? null
                                : container.healthCheck().copy(check -> check.interval(30)
                                        .timeout(5)
                                        .retries(3))));
    }
}
