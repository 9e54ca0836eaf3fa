package dev.fargate.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.api.FargateService;
import dev.fargate.api.RightSize;
import dev.fargate.api.RightSize.Verdict;
import dev.fargate.testing.CloudWatch;
import dev.fargate.testing.Manifests;
import dev.fargate.testing.OperatorUnderTest;
import dev.fargate.testing.World;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The size that CloudWatch's utilisation speaks for is advised, and nothing acts on it. */
class RightSizeIT {
    private static final String ENVIRONMENT = "sizes";

    @AutoClose
    private static final World world = World.start();

    private static OperatorUnderTest operator;

    @BeforeAll
    static void start() {
        operator = world.operator("--right-size=1s");
        world.apply(Manifests.environment(ENVIRONMENT));
        world.environments().awaitReady(ENVIRONMENT);
    }

    @Test
    void a_size_is_advised_when_it_was_used_for_long_enough_and_the_service_stays_as_it_is() {
        String ns = world.namespace("idle");
        world.apply(Manifests.service(ns, "web", ENVIRONMENT, "nginx:1")
                .replace("  task:\n", "  task:\n    cpu: 1024\n    memory: 4096\n"));
        RightSize young = advice(ns, size -> true);
        assertThat(young.verdict()).isEqualTo(Verdict.NotEnoughData);
        assertThat(world.aws().calls("monitoring", "GetMetricData")).isZero();
        long revisions = world.aws().calls("ecs", "RegisterTaskDefinition");

        try (CloudWatch cloudWatch = new CloudWatch(world)) {
            cloudWatch.used(ENVIRONMENT, ns + "_web", "CPUUtilization", 21.5, 200);
            cloudWatch.used(ENVIRONMENT, ns + "_web", "MemoryUtilization", 11, 200);
            cloudWatch.used(ENVIRONMENT, "other", "MemoryUtilization", 99, 200);
        }
        hasItsSizeFor(ns, Duration.ofDays(10));
        RightSize advice = advice(ns, size -> size.verdict() != Verdict.NotEnoughData);

        assertThat(advice.verdict()).isEqualTo(Verdict.Smaller);
        assertThat(advice.cpu()).isEqualTo(512);
        assertThat(advice.memory()).isEqualTo(1024);
        assertThat(advice.used().cpuPercent()).isEqualTo(22);
        assertThat(advice.used().memoryPercent()).isEqualTo(11);
        assertThat(advice.message()).startsWith("cpu 512 with memory 1024 is enough and saves ");
        assertThat(world.aws().calls("ecs", "RegisterTaskDefinition")).isEqualTo(revisions);
        world.until("the metric", () -> operator.metrics().contains("fargate_savings_monthly{"));
        world.until("the environment's cost", () -> world.environments()
                .find(ENVIRONMENT)
                .map(environment -> environment.getStatus().cost())
                .filter(world.service(ns, "web").orElseThrow().getStatus().cost()::equals)
                .isPresent());
    }

    private static RightSize advice(String ns, Predicate<RightSize> expected) {
        return world.await(
                        ns,
                        "web",
                        "Ready and advised on",
                        service -> World.isReady(service)
                                && service.getStatus().rightSize() != null
                                && expected.test(service.getStatus().rightSize()))
                .getStatus()
                .rightSize();
    }

    /** As if it had been rolled out so long ago: no test can wait for a week. */
    private static void hasItsSizeFor(String ns, Duration time) {
        world.kubernetes()
                .resources(FargateService.class)
                .inNamespace(ns)
                .withName("web")
                .subresource("status")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"status\":{\"rightSize\":{\"of\":{\"since\":\"%s\"}}}}"
                                .formatted(Instant.now().minus(time)));
    }
}
