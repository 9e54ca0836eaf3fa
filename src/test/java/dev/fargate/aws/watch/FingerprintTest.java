package dev.fargate.aws.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;
import software.amazon.awssdk.services.ecs.model.Tag;

class FingerprintTest {
    private static final Deployment ROLLOUT = Deployment.builder()
            .id("ecs-svc/1")
            .status("PRIMARY")
            .rolloutState("IN_PROGRESS")
            .failedTasks(0)
            .build();
    private static final Tag RED = Tag.builder().key("team").value("red").build();
    private static final Tag DEV = Tag.builder().key("stage").value("dev").build();
    private static final Service BEFORE = VirtualEcs.service("app", 1)
            .copy(service -> service.deployments(ROLLOUT).tags(RED, DEV));

    @ParameterizedTest
    @MethodSource
    void whatTheOwnerCaresForChangesTheFingerprint(Consumer<Service.Builder> change) {
        assertThat(Fingerprint.of(BEFORE.copy(change))).isNotEqualTo(Fingerprint.of(BEFORE));
    }

    static Stream<Consumer<Service.Builder>> whatTheOwnerCaresForChangesTheFingerprint() {
        return Stream.of(
                service -> service.status("DRAINING"),
                service -> service.runningCount(2),
                service -> service.pendingCount(1),
                service -> service.taskDefinition("arn:td:2"),
                service -> service.networkConfiguration(
                        network -> network.awsvpcConfiguration(vpc -> vpc.subnets("subnet-0a"))),
                service -> service.loadBalancers(
                        LoadBalancer.builder().containerPort(80).build()),
                service -> service.tags(RED),
                service -> service.tags(RED, DEV.copy(tag -> tag.value("prod"))),
                service -> service.deployments(ROLLOUT.copy(rollout -> rollout.rolloutState("COMPLETED"))),
                service -> service.deployments(ROLLOUT.copy(rollout -> rollout.failedTasks(1))),
                service -> service.deployments(ROLLOUT, ROLLOUT.copy(rollout -> rollout.id("ecs-svc/0"))));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsOnlyNewsToAReaderDoesNot(Consumer<Service.Builder> change) {
        assertThat(Fingerprint.of(BEFORE.copy(change))).isEqualTo(Fingerprint.of(BEFORE));
    }

    static Stream<Consumer<Service.Builder>> whatIsOnlyNewsToAReaderDoesNot() {
        return Stream.of(
                service -> service.events(ServiceEvent.builder().id("1").build()),
                service -> service.createdAt(Instant.EPOCH),
                service -> service.tags(DEV, RED),
                service -> service.deployments(
                        ROLLOUT.copy(rollout -> rollout.updatedAt(Instant.EPOCH).runningCount(1))));
    }
}
