package dev.fargate.simulator.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.simulator.wire.Caller;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
    private static final Caller CALLER = new Caller("key", "111111111111", "eu-west-1");

    private final AtomicLong nanoTime = new AtomicLong();
    private final RequestLimits limits = new RequestLimits(true, nanoTime::get);

    @Test
    void aBurstPassesAndThenOnlyTheRefill() {
        assertThat(admitted(CALLER, "RegisterTaskDefinition", 30)).isEqualTo(20);

        pass(Duration.ofSeconds(3));

        assertThat(admitted(CALLER, "RegisterTaskDefinition", 30)).isEqualTo(3);
    }

    @Test
    void aBucketNeverHoldsMoreThanItsBurst() {
        admitted(CALLER, "CreateService", 1);

        pass(Duration.ofHours(1));

        assertThat(admitted(CALLER, "CreateService", 200)).isEqualTo(50);
    }

    @Test
    void operationsOfACategoryShareItsBucket() {
        admitted(CALLER, "RegisterTaskDefinition", 20);

        assertThat(limits.admits(CALLER, "DeregisterTaskDefinition")).isFalse();
        assertThat(limits.admits(CALLER, "DescribeTaskDefinition")).isTrue();
    }

    @Test
    void accountsAndRegionsHaveBucketsOfTheirOwn() {
        admitted(CALLER, "RegisterTaskDefinition", 20);

        assertThat(limits.admits(new Caller("key", "222222222222", "eu-west-1"), "RegisterTaskDefinition"))
                .isTrue();
        assertThat(limits.admits(new Caller("key", "111111111111", "us-east-1"), "RegisterTaskDefinition"))
                .isTrue();
    }

    @Test
    void useIsCounted() {
        admitted(CALLER, "DeleteTaskDefinitions", 7);

        assertThat(limits.usage()).singleElement().satisfies(use -> {
            assertThat(use.category()).isEqualTo(Category.TASK_DEFINITION_DELETE);
            assertThat(use.admitted()).isEqualTo(5);
            assertThat(use.refused()).isEqualTo(2);
        });
    }

    @Test
    void FargateCountsCallsAndTheTasksOfEach() {
        assertThat(launched(10, 12)).isEqualTo(10);

        pass(Duration.ofSeconds(5));

        assertThat(launched(1, 30)).isEqualTo(20);
    }

    private long launched(int tasks, int calls) {
        return IntStream.range(0, calls)
                .filter(_ -> limits.admitsLaunch(CALLER, tasks))
                .count();
    }

    @Test
    void switchedOffTheyAdmitEverything() {
        limits.switchTo(false);

        assertThat(admitted(CALLER, "RegisterTaskDefinition", 1_000)).isEqualTo(1_000);
    }

    private long admitted(Caller caller, String operation, int calls) {
        return IntStream.range(0, calls)
                .filter(_ -> limits.admits(caller, operation))
                .count();
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
