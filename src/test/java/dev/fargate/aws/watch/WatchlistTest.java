package dev.fargate.aws.watch;

import static dev.fargate.aws.watch.VirtualEcs.ref;
import static dev.fargate.aws.watch.VirtualEcs.refs;
import static dev.fargate.aws.watch.VirtualEcs.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Tag;

class WatchlistTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualEcs ecs = new VirtualEcs();
    private final Watchlist list = ecs.list;
    private final ServiceRef app = ref("app");

    @Test
    void aLookThatWasAskedForWaitsAShortWhileForOthersAndItsOwnerIsTold() {
        ecs.exist(List.of(app));
        Instant asked = ecs.now;

        ecs.ask(app);
        ecs.run(SECOND);

        assertThat(ecs.calls).singleElement().satisfies(call -> assertThat(call.at())
                .isEqualTo(asked.plusMillis(250)));
        assertThat(ecs.told)
                .containsExactly(
                        new VirtualEcs.Told("team/app", asked.plusMillis(250).plus(VirtualEcs.LATENCY)));
        assertThat(list.latest(app)).get().isInstanceOf(Look.Found.class);
    }

    @Test
    void aServiceIsFoundByItsNameForAsLongAsSomebodyLooksAtIt() {
        ServiceRef rival = new ServiceRef(VirtualEcs.SCOPE, VirtualEcs.CLUSTER, "app", "team/rival");
        list.ask(app, ecs.now, ecs.now);
        list.ask(rival, ecs.now, ecs.now);

        assertThat(list.find(VirtualEcs.CLUSTER, "app")).contains(app);
        assertThat(list.find(VirtualEcs.CLUSTER, "other")).isEmpty();
        assertThat(list.find("arn:other", "app")).isEmpty();
        list.forget(rival);
        assertThat(list.find(VirtualEcs.CLUSTER, "app")).contains(app);
        list.forget(app);
        assertThat(list.find(VirtualEcs.CLUSTER, "app")).isEmpty();
    }

    @Test
    void aFullBatchGoesAtOnce() {
        ecs.exist(refs(10));
        Instant asked = ecs.now;

        refs(10).forEach(ecs::ask);
        ecs.run(SECOND);

        assertThat(ecs.calls).singleElement().satisfies(call -> assertThat(call.at())
                .isEqualTo(asked));
        assertThat(ecs.told).hasSize(10);
    }

    @Test
    void theEarlierOfTwoTimesAskedForCounts() {
        ecs.exist(List.of(app));
        list.ask(app, ecs.now.plusSeconds(8), ecs.now);
        list.ask(app, ecs.now.plusSeconds(2), ecs.now);
        list.ask(app, ecs.now.plusSeconds(5), ecs.now);

        ecs.run(Duration.ofSeconds(20));

        assertThat(ecs.calls).hasSize(1);
        assertThat(ecs.told).hasSize(1);
        assertThat(ecs.told.getFirst().at()).isBefore(ecs.now.minusSeconds(17));
    }

    @Test
    void looksFarAheadComeTogetherAtCommonTimes() {
        ecs.exist(refs(20));
        for (int i = 0; i < 20; i++) {
            list.ask(ref("app-" + i), ecs.now.plusMillis(15_001 + 200L * i), ecs.now);
        }

        ecs.run(Duration.ofSeconds(30));

        assertThat(ecs.calls).hasSize(2).allSatisfy(call -> assertThat(call.seats())
                .hasSize(10));
    }

    @Test
    void aSweepTellsOnlyOfAChange() {
        ecs.exist(List.of(app));
        ecs.ask(app);
        ecs.run(MINUTE.multipliedBy(3));
        ecs.told.clear();

        ecs.services.put("app", service("app", 1));
        ecs.run(MINUTE);

        assertThat(ecs.told).hasSize(1);
        ecs.run(MINUTE);
        assertThat(ecs.told).hasSize(1);
    }

    @Test
    void theFirstMissingIsToldAndKeepsItsTime() {
        ecs.exist(List.of(app));
        ecs.ask(app);
        ecs.run(MINUTE);
        ecs.told.clear();

        ecs.services.remove("app");
        ecs.run(MINUTE);
        Look.Missing first = (Look.Missing) list.latest(app).orElseThrow();
        ecs.run(MINUTE);
        Look.Missing second = (Look.Missing) list.latest(app).orElseThrow();

        assertThat(ecs.told).hasSize(1);
        assertThat(first.since()).isEqualTo(first.at());
        assertThat(second.since()).isEqualTo(first.at());
        assertThat(second.at()).isEqualTo(first.at().plus(MINUTE));
    }

    @Test
    void aFailedSweepTellsNobodyAndHidesNothing() {
        ecs.exist(List.of(app));
        ecs.ask(app);
        ecs.run(SECOND);
        ecs.told.clear();

        ecs.outage = Optional.of(VirtualEcs.error(ErrorClass.TRANSIENT));
        ecs.run(MINUTE.multipliedBy(3));

        assertThat(ecs.told).isEmpty();
        assertThat(list.latest(app)).get().isInstanceOf(Look.Found.class);
    }

    @Test
    void aFailedLookThatWasAskedForIsToldAndIsTheLatestUntilOneSucceeds() {
        ecs.exist(List.of(app));
        ecs.outage = Optional.of(VirtualEcs.error(ErrorClass.MISSING));
        ecs.ask(app);
        ecs.run(SECOND);

        assertThat(ecs.told).hasSize(1);
        assertThat(list.latest(app)).get().isInstanceOf(Look.Failed.class);
        ecs.outage = Optional.empty();
        ecs.ask(app);
        ecs.run(SECOND);
        assertThat(list.latest(app)).get().isInstanceOf(Look.Found.class);
    }

    @Test
    void aServiceThatTheReplyDoesNotMentionIsAskedForAgain() {
        ecs.exist(List.of(app));
        ecs.unmentioned.add("app");
        ecs.ask(app);
        ecs.run(Duration.ofSeconds(10));

        assertThat(ecs.told).isEmpty();
        assertThat(list.latest(app)).isEmpty();
        assertThat(ecs.calls).hasSizeBetween(2, 5);
        ecs.unmentioned.clear();
        ecs.run(Duration.ofSeconds(10));
        assertThat(ecs.told).hasSize(1);
    }

    @Test
    void whatACallSawThatBeganBeforeAWriteDoesNotCount() {
        ecs.exist(List.of(app));
        ecs.ask(app);
        ecs.plan(Duration.ofMillis(260), () -> list.writing(app, ecs.now));
        ecs.run(Duration.ofMillis(320));

        assertThat(ecs.calls).hasSize(1);
        assertThat(ecs.told).isEmpty();
        assertThat(list.latest(app)).isEmpty();
        ecs.run(SECOND);
        assertThat(ecs.told).hasSize(1);
        assertThat(list.latest(app)).get().isInstanceOf(Look.Found.class);
    }

    @Test
    void theReplyToAWriteIsALookThatKeepsTheTagsSeenBefore() {
        Tag tag = Tag.builder().key("team").value("red").build();
        ecs.services.put("app", service("app", 2).copy(service -> service.tags(tag)));
        ecs.ask(app);
        ecs.run(SECOND);

        list.writing(app, ecs.now);
        list.wrote(app, service("app", 0), ecs.now);

        Look.Found look = (Look.Found) list.latest(app).orElseThrow();
        assertThat(look.service().runningCount()).isZero();
        assertThat(look.service().tags()).containsExactly(tag);
    }

    @Test
    void aForgottenServiceIsNeitherReadNorTold() {
        ecs.exist(List.of(app));
        ecs.ask(app);
        list.forget(app);

        ecs.run(MINUTE.multipliedBy(3));

        assertThat(ecs.calls).isEmpty();
        assertThat(ecs.told).isEmpty();
        assertThat(list.size()).isZero();
    }

    @Test
    void aLookAskedForWhileACallIsInFlightComesFromALaterCall() {
        ecs.exist(List.of(app));
        ecs.ask(app);
        ecs.plan(Duration.ofMillis(270), () -> ecs.ask(app));

        ecs.run(SECOND);

        assertThat(ecs.calls).hasSize(2);
        assertThat(ecs.told).hasSize(2);
    }
}
