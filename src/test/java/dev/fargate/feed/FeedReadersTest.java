package dev.fargate.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fargate.aws.AnnouncedServices;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.AwsScope;
import dev.fargate.aws.ErrorClass;
import dev.fargate.aws.Queues;
import dev.fargate.aws.Queues.Message;
import dev.fargate.aws.ServiceRef;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedReadersTest {
    private static final String CLUSTER = "arn:aws:ecs:eu-west-1:123456789012:cluster/main";
    private static final Feed FEED = feed("main", "queue");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final List<String> changed = new CopyOnWriteArrayList<>();
    private final List<Boolean> announced = new CopyOnWriteArrayList<>();
    private final MemoryQueue queue = new MemoryQueue();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final FeedReaders readers = new FeedReaders(
            scope -> new Aws(
                    null, null, null, null, null, null, null, null, null, queue, null, null, null, null, null, null,
                    null),
            new Newsdesk(new NobodyWatches(), new Announced(), owner -> {}, NobodyRuns.DESK),
            new FeedReaders.Settings(Duration.ofMinutes(1), changed::add, (InstantSource) now::get),
            meters);

    @AfterEach
    void close() {
        readers.close();
    }

    @Test
    void every_message_is_counted_and_deleted_whatever_it_is() {
        messages.add(new Message("1", "no JSON"));
        messages.add(new Message("2", AnnouncementsTest.deployment("SERVICE_DEPLOYMENT_COMPLETED", "INFO")));
        messages.add(new Message("3", null));

        readers.read(FEED);

        await().until(() -> queue.deleted.size() == 3);
        assertThat(count("malformed")).isEqualTo(2);
        assertThat(count("unknown")).isEqualTo(1);
    }

    @Test
    void a_reader_that_begins_to_work_says_so_and_is_relied_on_after_a_sweep() {
        readers.read(FEED);
        await().until(() -> changed.contains("main"));
        assertThat(working("true")).isEqualTo(1);
        assertThat(announced).doesNotContain(true);

        now.updateAndGet(before -> before.plusSeconds(60));
        messages.add(new Message("1", "{}"));

        await().until(() -> announced.contains(true));
    }

    @Test
    void a_reader_that_fails_says_so_and_is_not_relied_on_any_more() {
        readers.read(FEED);
        await().until(() -> changed.contains("main"));
        now.updateAndGet(before -> before.plusSeconds(60));
        messages.add(new Message("1", "{}"));
        await().until(() -> announced.contains(true));
        changed.clear();

        queue.error = Optional.of(ErrorClass.DENIED);
        messages.add(new Message("2", "{}"));

        await().until(() -> changed.contains("main"));
        assertThat(announced.getLast()).isFalse();
        assertThat(working("false")).isEqualTo(1);
        assertThat(readers.health("main").flatMap(FeedHealth::error))
                .hasValueSatisfying(error -> assertThat(error.errorClass()).isEqualTo(ErrorClass.DENIED));
    }

    @Test
    void one_feed_is_read_once_and_another_one_of_the_same_environment_takes_its_place() {
        readers.read(FEED);
        readers.read(FEED);
        await().until(() -> queue.waiting.contains("queue"));
        readers.read(feed("main", "other"));
        await().until(() -> queue.waiting.contains("other"));

        await().until(() -> queue.waiting.size() == 1);
        assertThat(working("true")).isEqualTo(1);
    }

    @Test
    void nothing_is_read_any_more_after_the_end() {
        readers.read(FEED);
        await().until(() -> queue.waiting.contains("queue"));

        readers.stop("main");

        await().until(queue.waiting::isEmpty);
        assertThat(readers.health("main")).isEmpty();
        assertThat(announced.getLast()).isFalse();
    }

    private double count(String outcome) {
        return meters.get("fargate.feed.messages")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double working(String working) {
        return meters.get("fargate.feeds").tag("working", working).gauge().value();
    }

    private static Feed feed(String environment, String url) {
        return new Feed(new AwsScope(environment, "eu-west-1", Optional.empty(), AwsScope.Session.PLAIN), url, CLUSTER);
    }

    private final class Announced implements AnnouncedServices {
        @Override
        public void announce(String clusterArn, boolean announces) {
            announced.add(announces);
        }

        @Override
        public Optional<ServiceRef> find(String clusterArn, String service) {
            return Optional.empty();
        }
    }

    /** A queue that brings what the test puts into it, and waits like the real one. */
    private final class MemoryQueue implements Queues {
        private final List<String> deleted = new CopyOnWriteArrayList<>();
        private final List<String> waiting = new CopyOnWriteArrayList<>();
        private volatile Optional<ErrorClass> error = Optional.empty();

        @Override
        public List<Message> receive(String url, Duration wait) {
            waiting.add(url);
            try {
                Message first = wait.isZero() ? messages.poll() : messages.take();
                if (error.isPresent()) {
                    throw new AwsException(error.get(), "sqs:ReceiveMessage", "Refused", "said", null);
                }
                return first == null ? List.of() : List.of(first);
            } catch (InterruptedException e) {
                throw new AwsException(ErrorClass.TRANSIENT, "sqs:ReceiveMessage", "Interrupted", "stopped", e);
            } finally {
                waiting.remove(url);
            }
        }

        @Override
        public void delete(String url, List<Message> received) {
            received.forEach(message -> deleted.add(message.receipt()));
        }

        @Override
        public Optional<String> url(String name) {
            throw new IllegalStateException("a reader does not ask");
        }

        @Override
        public Map<String, String> attributes(String url) {
            throw new IllegalStateException("a reader does not ask");
        }

        @Override
        public Map<String, String> tags(String url) {
            throw new IllegalStateException("a reader does not ask");
        }

        @Override
        public void tag(String url, Map<String, String> tags) {
            throw new IllegalStateException("a reader changes nothing");
        }

        @Override
        public void untag(String url, Set<String> keys) {
            throw new IllegalStateException("a reader changes nothing");
        }

        @Override
        public String create(String name, Map<String, String> attributes, Map<String, String> tags) {
            throw new IllegalStateException("a reader makes nothing");
        }

        @Override
        public void set(String url, Map<String, String> attributes) {
            throw new IllegalStateException("a reader changes nothing");
        }

        @Override
        public void delete(String url) {
            throw new IllegalStateException("a reader deletes no queue");
        }
    }
}
