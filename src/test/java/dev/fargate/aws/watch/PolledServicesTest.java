package dev.fargate.aws.watch;

import static dev.fargate.aws.watch.VirtualEcs.ref;
import static dev.fargate.aws.watch.VirtualEcs.refs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.Services;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

class PolledServicesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private Function<List<String>, Services.Described> aws = PolledServicesTest::found;
    private Consumer<String> listener = told::add;
    private final PolledServices watch = new PolledServices(
            scope -> new Aws(
                    null,
                    null,
                    null,
                    new Described(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null),
            new WatchSettings(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    Duration.ofMillis(250),
                    Duration.ZERO,
                    4,
                    new WatchSettings.Shares(100, 1)),
            owner -> listener.accept(owner),
            InstantSource.system(),
            meters);

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void nothingIsPolledBeforeTheStartAndNothingAskedBeforeItIsLost() {
        watch.ask(ref("app"), Instant.now());
        assertThat(calls).hasValue(0);

        watch.start();

        await().until(() -> told.contains("team/app"));
        assertThat(watch.latest(ref("app"))).get().isInstanceOf(Look.Found.class);
    }

    @Test
    void howLongASweepTakesIsNotKnownBeforeOwnersHadTimeToNameTheirs() {
        watch.start();

        assertThat(watch.sweepLength("arn:cluster")).isEmpty();
    }

    @Test
    void aThousandQuestionsAreAHundredCalls() {
        watch.start();
        List<ServiceRef> refs = refs(1_000);

        refs.forEach(ref -> watch.ask(ref, Instant.now()));

        await().until(() -> told.size() == 1_000);
        assertThat(calls).hasValueBetween(100, 110);
        assertThat(meters.get("fargate.aws.services.batch")
                        .tag("cause", "asked")
                        .summary()
                        .totalAmount())
                .isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void aListenerThatThrowsTakesNothingFromOthers() {
        listener = owner -> {
            told.add(owner);
            throw new IllegalStateException("no queue");
        };
        watch.start();

        refs(3).forEach(ref -> watch.ask(ref, Instant.now()));

        await().until(() -> told.size() == 3);
    }

    @Test
    void aCallThatFailsInAnUnknownWayIsAFailedLook() {
        aws = services -> {
            throw new IllegalStateException("odd");
        };
        watch.start();

        watch.ask(ref("app"), Instant.now());

        await().until(() -> told.contains("team/app"));
        assertThat(watch.latest(ref("app"))).get().isInstanceOf(Look.Failed.class);
    }

    @Test
    void closingLetsTheCallInFlightFinish() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        aws = services -> {
            began.countDown();
            return afterwards(mayEnd, services);
        };
        watch.start();
        watch.ask(ref("app"), Instant.now());
        began.await();

        Thread closing = Thread.ofVirtual().start(watch::close);
        mayEnd.countDown();
        closing.join();

        assertThat(told).containsExactly("team/app");
    }

    @Test
    void aStoppedWatchStartsAgain() {
        watch.start();
        watch.stop();
        watch.ask(ref("app"), Instant.now());
        assertThat(calls).hasValue(0);

        watch.start();

        await().until(() -> told.contains("team/app"));
    }

    private static Services.Described afterwards(CountDownLatch latch, List<String> services) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found(services);
    }

    private static Services.Described found(List<String> services) {
        return new Services.Described(
                services.stream().map(name -> VirtualEcs.service(name, 2)).toList(), Set.of());
    }

    private final class Described implements Services {
        @Override
        public Services.Described describe(String clusterArn, List<String> services) {
            calls.incrementAndGet();
            return aws.apply(services);
        }

        @Override
        public Service create(CreateServiceRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Service update(UpdateServiceRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Service delete(String clusterArn, String service) {
            throw new UnsupportedOperationException();
        }
    }
}
