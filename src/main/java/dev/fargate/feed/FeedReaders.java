package dev.fargate.feed;

import dev.fargate.aws.Aws;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all feeds, one long poll each. Only turns of environments begin to read, and only the leader takes turns: two readers of one queue
 * would each get half of it.
 */
public final class FeedReaders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReaders.class);

    private final Aws.Accounts accounts;
    private final Newsdesk news;
    private final Settings settings;
    private final MeterRegistry meters;
    private final Map<Heard, Counter> counted = new EnumMap<>(Heard.class);
    private final Map<String, FeedReader> readers = new ConcurrentHashMap<>();
    private final Map<String, Boolean> announced = new ConcurrentHashMap<>();
    private final ExecutorService polls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("feed-", 0).factory());
    /** What comes too late is not done any more. */
    private final ScheduledExecutorService delays = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("feed-delays").factory(), new ThreadPoolExecutor.DiscardPolicy());

    /** Reads nothing yet. */
    public FeedReaders(Aws.Accounts accounts, Newsdesk news, Settings settings, MeterRegistry meters) {
        this.accounts = accounts;
        this.news = news;
        this.settings = settings;
        this.meters = meters;
        for (Heard heard : Heard.values()) {
            counted.put(
                    heard,
                    Counter.builder("fargate.feed.messages")
                            .description("messages of event feeds, by what became of them")
                            .tag("outcome", heard.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        Gauge.builder("fargate.feeds", () -> count(true))
                .description("event feeds that are read")
                .tag("working", "true")
                .register(meters);
        Gauge.builder("fargate.feeds", () -> count(false))
                .description("event feeds that cannot be read")
                .tag("working", "false")
                .register(meters);
    }

    /**
     * What readers are told from outside.
     *
     * @param sweep how often services are compared without a feed: so long a feed must have worked before it is relied on
     * @param changed is given the environment whose feed began to work, or ceased to
     */
    public record Settings(Duration sweep, Consumer<String> changed, InstantSource time) {}

    /** Reads a feed from now on, in place of another one of the same environment. */
    void read(Feed feed) {
        FeedReader known = readers.get(feed.environment());
        if (known == null || !known.feed().equals(feed)) {
            begin(feed);
        }
    }

    /** Rule or queue were put right: what happened before may never have been announced. */
    void distrust(String environment) {
        FeedReader known = readers.get(environment);
        if (known != null) {
            begin(known.feed());
        }
    }

    void stop(String environment) {
        FeedReader known = readers.remove(environment);
        if (known != null) {
            known.stop();
            announce(known.feed(), false);
        }
    }

    /** Empty when nothing is read for the environment. */
    Optional<FeedHealth> health(String environment) {
        return Optional.ofNullable(readers.get(environment)).map(FeedReader::health);
    }

    private synchronized void begin(Feed feed) {
        stop(feed.environment());
        Announcements announcements = new Announcements(feed.clusterArn());
        FeedReader reader = new FeedReader(
                feed,
                () -> accounts.of(feed.scope()).queues(),
                body -> hear(feed, announcements.read(body)),
                settings.time());
        readers.put(feed.environment(), reader);
        polls.execute(() -> poll(reader));
    }

    private void poll(FeedReader reader) {
        boolean worked = reader.health().works();
        reader.run();
        if (reader.isStopped()) {
            return;
        }
        FeedHealth health = reader.health();
        announce(reader.feed(), health.settled(settings.time().instant(), settings.sweep()));
        boolean failsFromTheBeginning = !health.works() && health.failures() == 1;
        if (health.works() != worked || failsFromTheBeginning) {
            settings.changed().accept(reader.feed().environment());
        }
        var _ = delays.schedule(
                () -> polls.execute(() -> poll(reader)), health.delay().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void announce(Feed feed, boolean announces) {
        Boolean before = announced.put(feed.clusterArn(), announces);
        if (!Boolean.valueOf(announces).equals(before)) {
            news.announce(feed.clusterArn(), announces);
        }
    }

    private void hear(Feed feed, Announcement announcement) {
        Instant now = settings.time().instant();
        announcement.when().ifPresent(at -> meters.timer("fargate.feed.age").record(Duration.between(at, now)));
        try {
            counted.get(news.hear(feed.clusterArn(), announcement, now)).increment();
        } catch (RuntimeException e) {
            // An exception that leaves this method would end the reading of this feed.
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("environment", feed.environment())
                    .log("A message was not understood");
        }
    }

    private long count(boolean working) {
        return readers.values().stream()
                .filter(reader -> reader.health().works() == working)
                .count();
    }

    /** Begins no further poll, and ends those under way. */
    @Override
    public void close() {
        readers.keySet().forEach(this::stop);
        delays.shutdownNow();
        polls.close();
    }
}
