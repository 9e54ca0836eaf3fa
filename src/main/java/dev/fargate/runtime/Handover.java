package dev.fargate.runtime;

import dev.fargate.runtime.OperatorSettings.Leadership;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a leader: keeps the Lease while its last turns finish, since Java Operator SDK renews no more once it stops, and then lets
 * go of it, so that the next leader does not wait for it to run out.
 */
final class Handover implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    /** The shortest Lease that the API server takes. */
    private static final Duration OVER = Duration.ofSeconds(1);

    private static final long PATIENCE_SECONDS = 2;

    private final KubernetesClient client;
    private final Leadership leadership;
    private final LeaseLock lock;
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("handover").factory());
    private final ScheduledFuture<?> holding;

    Handover(KubernetesClient client, Leadership leadership) {
        this.client = client;
        this.leadership = leadership;
        lock = new LeaseLock(leadership.leaseNamespace(), FrameworkConfiguration.LEASE, leadership.identity());
        long interval = leadership.retryPeriod().toMillis();
        holding = renewals.scheduleAtFixedRate(
                () -> hold(leadership.leaseDuration()), interval, interval, TimeUnit.MILLISECONDS);
    }

    /** Does nothing for a replica that does not lead. */
    private void hold(Duration lease) {
        if (!leadership.enabled()) {
            return;
        }
        try {
            LeaderElectionRecord held = lock.get(client);
            if (held != null && leadership.identity().equals(held.getHolderIdentity())) {
                ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
                lock.update(
                        client,
                        new LeaderElectionRecord(
                                held.getHolderIdentity(),
                                lease,
                                held.getAcquireTime(),
                                now,
                                held.getLeaderTransitions()));
            }
        } catch (KubernetesClientException e) {
            LOG.atWarn().log("The lease could not be held while stopping: {}", e.getMessage());
        }
    }

    /** Lets go. */
    @Override
    public void close() {
        holding.cancel(false);
        renewals.execute(() -> hold(OVER));
        renewals.shutdown();
        try {
            if (!renewals.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                renewals.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
