package dev.fargate.aws.watch;

import dev.fargate.aws.AnnouncedServices;
import dev.fargate.aws.Aws;
import dev.fargate.aws.AwsException;
import dev.fargate.aws.Look;
import dev.fargate.aws.ServiceRef;
import dev.fargate.aws.ServiceWatch;
import dev.fargate.aws.Services;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ecs.model.Service;

/** Polls DescribeServices between {@link #start} and {@link #stop}; before and after that it only remembers what is asked. */
public final class PolledServices implements ServiceWatch, AnnouncedServices, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PolledServices.class);

    private final Aws.Accounts accounts;
    private final Watchlist list;
    private final Consumer<String> told;
    private final InstantSource clock;
    private final Map<Batch.Cause, DistributionSummary> batchSizes = new EnumMap<>(Batch.Cause.class);
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("describe-services-", 0).factory());
    private final Ticker ticker;
    private volatile Instant allNamed = Instant.MAX;

    /**
     * Nothing is polled yet.
     *
     * @param told is called with the owner of a service that should look at {@link #latest}; may be called by several threads at once
     */
    public PolledServices(
            Aws.Accounts accounts,
            WatchSettings settings,
            Consumer<String> told,
            InstantSource clock,
            MeterRegistry meters) {
        this.accounts = accounts;
        this.list = new Watchlist(settings);
        this.told = told;
        this.clock = clock;
        this.ticker = new Ticker("service-watch", clock, this::due);
        for (Batch.Cause cause : Batch.Cause.values()) {
            batchSizes.put(
                    cause,
                    DistributionSummary.builder("fargate.aws.services.batch")
                            .description("services in one DescribeServices")
                            .tag("cause", cause.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        TimeGauge.builder("fargate.aws.services.sweep", () -> list.sweepLength().toMillis(), TimeUnit.MILLISECONDS)
                .description("how long it takes until every service was looked at; longer than set when there are many")
                .register(meters);
        Gauge.builder("fargate.aws.services.watched", list::size)
                .description("services that are looked at")
                .register(meters);
    }

    @Override
    public Optional<Look> latest(ServiceRef ref) {
        return list.latest(ref);
    }

    @Override
    public void ask(ServiceRef ref, Instant at) {
        list.ask(ref, at, clock.instant());
        ticker.tick(at);
    }

    @Override
    public void writing(ServiceRef ref) {
        list.writing(ref, clock.instant());
    }

    @Override
    public void wrote(ServiceRef ref, Service reply) {
        list.wrote(ref, reply, clock.instant());
    }

    @Override
    public void forget(ServiceRef ref) {
        list.forget(ref);
    }

    @Override
    public boolean isAnnounced(ServiceRef ref) {
        return list.isAnnounced(ref.clusterArn());
    }

    @Override
    public void announce(String clusterArn, boolean announces) {
        list.announce(clusterArn, announces);
        ticker.tick();
    }

    @Override
    public Optional<ServiceRef> find(String clusterArn, String service) {
        return list.find(clusterArn, service);
    }

    /** How long it takes until every service of a cluster was looked at; nothing yet while owners may still name theirs after a start. */
    public Optional<Duration> sweepLength(String clusterArn) {
        return clock.instant().isBefore(allNamed) ? Optional.empty() : Optional.of(list.sweepLength(clusterArn));
    }

    /** Begins to poll, if it does not: for the leader only. */
    public synchronized void start() {
        if (!ticker.runs()) {
            allNamed = clock.instant().plus(list.settings().sweep());
        }
        ticker.start();
    }

    /** Begins no further call. */
    public void stop() {
        ticker.stop();
    }

    /** Stops, and waits for the calls in flight; their owners are still told. */
    @Override
    public void close() {
        stop();
        calls.close();
    }

    private Optional<Instant> due(Instant now) {
        list.due(now).forEach(batch -> calls.execute(() -> look(batch)));
        return list.next(now);
    }

    private void look(Batch batch) {
        batchSizes.get(batch.cause()).record(batch.seats().size());
        List<String> owners = answer(batch);
        ticker.tick();
        owners.forEach(this::tell);
    }

    private List<String> answer(Batch batch) {
        ClusterLooks looks = batch.looks();
        try {
            Services.Described reply =
                    accounts.of(looks.lane().scope()).services().describe(looks.clusterArn(), batch.services());
            return list.answered(batch, reply, clock.instant());
        } catch (AwsException e) {
            return list.failed(batch, e, clock.instant());
        } catch (RuntimeException e) {
            return list.failed(batch, AwsException.unexpected("ecs:DescribeServices", e), clock.instant());
        }
    }

    private void tell(String owner) {
        try {
            told.accept(owner);
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("owner", owner).log("The owner of a service could not be told");
        }
    }
}
