package dev.fargate.aws.watch;

import static dev.fargate.aws.watch.VirtualEcs.ref;
import static dev.fargate.aws.watch.VirtualEcs.refs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.ErrorClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualEcs ecs = new VirtualEcs();

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 15, 105, 1_000})
    void atRestASweepOfNServicesIsATenthOfCalls(int services) {
        start(services, Duration.ofSeconds(2));
        ecs.run(MINUTE.multipliedBy(3));
        Instant settled = ecs.now;

        ecs.run(MINUTE.multipliedBy(4));

        int perSweep = (services + 9) / 10;
        assertThat(ecs.callsSince(settled)).isBetween(4L * perSweep - 1, 4L * perSweep + 1);
    }

    @ParameterizedTest
    @CsvSource({"1000, 2, 110", "1000, 10, 125", "10000, 2, 1010"})
    void aRestartReadsInFullBatches(int services, int seconds, int most) {
        start(services, Duration.ofSeconds(seconds));

        ecs.run(Duration.ofSeconds(59));

        assertThat(ecs.told.stream().map(VirtualEcs.Told::owner).distinct()).hasSize(services);
        assertThat(ecs.calls.size()).isBetween(services / 10, most);
    }

    @Test
    void aCallTellsWhetherSomebodyAskedForIt() {
        start(20, Duration.ofSeconds(2));
        ecs.run(Duration.ofSeconds(30));
        Instant settled = ecs.now;

        ecs.ask(ref("app-1"));
        ecs.run(MINUTE.multipliedBy(2));

        assertThat(ecs.calls.stream()
                        .filter(call -> call.at().isBefore(settled))
                        .map(Batch::cause))
                .containsOnly(Batch.Cause.ASKED);
        assertThat(ecs.calls.stream()
                        .filter(call -> !call.at().isBefore(settled))
                        .map(Batch::cause))
                .startsWith(Batch.Cause.ASKED)
                .contains(Batch.Cause.SWEEP)
                .containsOnlyOnce(Batch.Cause.ASKED);
    }

    @Test
    void everyServiceIsSeenWithinASweep() {
        start(95, Duration.ofSeconds(30));
        ecs.run(MINUTE.multipliedBy(2));
        Instant from = ecs.now;

        ecs.run(MINUTE.plusSeconds(1));

        assertThat(ecs.calls.stream()
                        .filter(call -> !call.at().isBefore(from))
                        .flatMap(call -> call.services().stream())
                        .distinct())
                .hasSize(95);
    }

    @Test
    void sweepsOfManyServicesTakeLongerSoThatTheyUseAQuarterOfTheBucket() {
        start(10_000, Duration.ofSeconds(2));
        ecs.run(MINUTE.multipliedBy(10));
        Instant settled = ecs.now;

        ecs.run(MINUTE);

        assertThat(ecs.list.sweepLength()).isEqualTo(Duration.ofSeconds(200));
        assertThat(ecs.callsSince(settled)).isBetween(290L, 301L);
    }

    @Test
    void whereChangesAreAnnouncedASweepIsRareAndItIsBackAtOnceWhenTheyAreNotAnyMore() {
        start(100, Duration.ofSeconds(2));
        ecs.list.announce(VirtualEcs.CLUSTER, true);
        ecs.run(MINUTE.multipliedBy(20));
        Instant settled = ecs.now;
        ecs.run(MINUTE.multipliedBy(10));

        assertThat(ecs.list.sweepLength(VirtualEcs.CLUSTER)).isEqualTo(MINUTE.multipliedBy(10));
        assertThat(ecs.callsSince(settled)).isBetween(9L, 11L);

        ecs.list.announce(VirtualEcs.CLUSTER, false);
        Instant back = ecs.now;
        ecs.run(MINUTE);

        assertThat(ecs.list.sweepLength(VirtualEcs.CLUSTER)).isEqualTo(MINUTE);
        assertThat(ecs.callsSince(back)).isBetween(10L, 12L);
    }

    @Test
    void anotherClusterIsSweptAsBeforeWhereNothingIsAnnounced() {
        start(100, Duration.ofSeconds(2));
        ecs.list.announce("arn:other", true);
        ecs.run(MINUTE.multipliedBy(3));
        Instant settled = ecs.now;

        ecs.run(MINUTE);

        assertThat(ecs.list.sweepLength(VirtualEcs.CLUSTER)).isEqualTo(MINUTE);
        assertThat(ecs.list.sweepLength("arn:other")).isEqualTo(MINUTE.multipliedBy(10));
        assertThat(ecs.callsSince(settled)).isBetween(9L, 11L);
    }

    @Test
    void callsInFlightAreFewAndStayBelowTheBucket() {
        start(2_000, Duration.ofSeconds(1));
        Instant from = ecs.now;

        ecs.run(Duration.ofSeconds(5));

        assertThat(ecs.mostInFlight).isEqualTo(4);
        assertThat(ecs.callsSince(from)).isLessThanOrEqualTo(95 + 5 * 19);
    }

    @Test
    void aThrottledReadSlowsTheReads() {
        start(2_000, Duration.ofSeconds(1));
        ecs.outage = Optional.of(VirtualEcs.error(ErrorClass.THROTTLED));
        ecs.run(Duration.ofSeconds(1));
        Instant throttled = ecs.now;

        ecs.run(Duration.ofSeconds(5));

        assertThat(ecs.callsSince(throttled)).isLessThanOrEqualTo(5 * 10);
    }

    @Test
    void anotherClusterIsNotKeptWaitingByALargeOne() {
        start(5_000, Duration.ofMillis(1));
        var other = new dev.fargate.aws.ServiceRef(VirtualEcs.SCOPE, "arn:other", "app", "team/other");
        ecs.services.put("app", VirtualEcs.service("app", 2));
        ecs.ask(other);

        ecs.run(Duration.ofSeconds(2));

        assertThat(ecs.told.stream().map(VirtualEcs.Told::owner)).contains("team/other");
    }

    @Test
    void aPollTakesAlongThoseThatWouldBeSweptNext() {
        start(10, Duration.ofMillis(1));
        ecs.run(Duration.ofSeconds(45));
        ecs.ask(ref("app-3"));
        ecs.run(Duration.ofSeconds(1));
        Instant polled = ecs.now;

        ecs.run(Duration.ofSeconds(58));

        assertThat(ecs.callsSince(polled)).isZero();
    }

    private void start(int services, Duration within) {
        List<dev.fargate.aws.ServiceRef> refs = refs(services);
        ecs.exist(refs);
        Random random = new Random(1);
        refs.forEach(ref -> ecs.plan(Duration.ofNanos(random.nextLong(within.toNanos())), () -> ecs.ask(ref)));
    }
}
