package dev.fargate.runtime;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Until when this replica may work. A process that stood still (its node was overloaded, its container frozen) does not know that time
 * has passed: its threads go on where they were, while another replica leads by now and before the election here has noticed. So every
 * request that could change something asks here at the last moment; if the Lease was not renewed in time, the process ends instead.
 *
 * <p>Sees the renewals, and asks for the Kubernetes writes, as an interceptor of the client.
 */
final class Tenure implements Interceptor {
    private static final String LEASES = "/apis/coordination.k8s.io/";
    private static final String OURS = "/apis/fargate.dev/";
    private static final String READS = "GET";

    private final Duration length;
    private final InstantSource time;
    private final Runnable end;
    private volatile Instant asked = Instant.MIN;
    private volatile Instant until;

    private Tenure(Instant until, Duration length, InstantSource time, Runnable end) {
        this.until = until;
        this.length = length;
        this.time = time;
        this.end = end;
    }

    /**
     * Begins with the first Lease.
     *
     * @param length after the last renewal; shorter than the Lease, so that a request that has left is answered before another leads
     * @param end ends the process
     */
    static Tenure elected(Duration length, InstantSource time, Runnable end) {
        return new Tenure(Instant.MIN, length, time, end);
    }

    /** Of a process that is the only one. */
    static Tenure unlimited() {
        return new Tenure(Instant.MAX, Duration.ZERO, InstantSource.system(), () -> {});
    }

    /**
     * Begins: the elector has the Lease. The client tells its interceptors of a reply after those who wait for it, so on a busy
     * machine the first turns may come before {@link #after}.
     */
    void begin() {
        until = asked.plus(length);
    }

    /** Ends the process if this replica may no longer work. */
    void check() {
        if (time.instant().isAfter(until)) {
            end.run();
        }
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        String path = request.uri().getPath();
        boolean reads = request.method().equals(READS);
        if (path.contains(LEASES)) {
            if (reads) {
                // A renewal is this read and then a write; others count from the moment before it.
                asked = time.instant();
            }
        } else if (!reads && path.contains(OURS)) {
            check();
        }
    }

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        if (request.uri().getPath().contains(LEASES) && !request.method().equals(READS) && response.isSuccessful()) {
            until = asked.plus(length);
        }
    }
}
