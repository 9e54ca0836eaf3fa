package dev.fargate.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FleetTest {
    private static final int SERVICES = 2_000;

    @Test
    void twoThousandServicesFitInTwentyMegabytes() {
        VirtualEcs aws = new VirtualEcs();
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();

        for (int i = 0; i < SERVICES; i++) {
            String definition = aws.definition("svc-" + i, "nginx:1");
            aws.call("CreateService", VirtualEcs.createBody("svc-" + i, definition, 1, ""));
        }
        aws.passSeconds(5);
        assertThat(aws.events).hasSizeGreaterThan(5 * SERVICES);
        aws.events.clear();

        System.gc();
        long megabytes = (runtime.totalMemory() - runtime.freeMemory() - before) >> 20;
        assertThat(megabytes).isLessThan(20);
        assertThat(aws.call("DescribeClusters", "{'clusters':['apps']}")
                        .path("clusters")
                        .path(0)
                        .path("runningTasksCount")
                        .asInt())
                .isEqualTo(SERVICES);
    }
}
