package dev.fargate.runtime;

import dev.fargate.engine.Notice;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes Kubernetes Events beside the loops. An Event that cannot be written is counted and forgotten: it is never an error of the
 * resource that it tells of.
 */
final class EventPublisher implements AutoCloseable {
    private static final String COMPONENT = "fargate-operator";
    private static final String DEFAULT_NAMESPACE = "default";
    private static final int QUEUE = 2000;
    /** Events are limited to 1024 bytes of message by convention of the API. */
    private static final int MESSAGE_LIMIT = 1000;

    private static final int NAME_LIMIT = 230;

    private final KubernetesClient client;
    private final InstantSource time;
    private final Counter lost;
    private final AtomicLong serial;
    private final ThreadPoolExecutor writer =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), EventPublisher::thread);

    EventPublisher(KubernetesClient client, InstantSource time, MeterRegistry meters) {
        this.client = client;
        this.time = time;
        this.lost = Counter.builder("fargate.events.lost")
                .description("Kubernetes Events that could not be written")
                .register(meters);
        this.serial = new AtomicLong(time.millis() * 1000);
        writer.setRejectedExecutionHandler((event, executor) -> lost.increment());
    }

    void publish(HasMetadata resource, Notice notice) {
        Event event = event(resource, notice);
        writer.execute(() -> {
            try {
                client.v1()
                        .events()
                        .inNamespace(event.getMetadata().getNamespace())
                        .resource(event)
                        .create();
            } catch (KubernetesClientException e) {
                lost.increment();
            }
        });
    }

    private Event event(HasMetadata resource, Notice notice) {
        String name = resource.getMetadata().getName();
        String namespace = resource.getMetadata().getNamespace() == null
                ? DEFAULT_NAMESPACE
                : resource.getMetadata().getNamespace();
        String at = time.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new EventBuilder()
                .withNewMetadata()
                .withName(name.substring(0, Math.min(name.length(), NAME_LIMIT)) + "."
                        + Long.toHexString(serial.incrementAndGet()))
                .withNamespace(namespace)
                .endMetadata()
                .withType(notice.type().name())
                .withReason(notice.reason())
                .withMessage(
                        notice.message().length() <= MESSAGE_LIMIT
                                ? notice.message()
                                : notice.message().substring(0, MESSAGE_LIMIT))
                .withNewInvolvedObject()
                .withApiVersion(resource.getApiVersion())
                .withKind(resource.getKind())
                .withName(name)
                .withNamespace(resource.getMetadata().getNamespace())
                .withUid(resource.getMetadata().getUid())
                .endInvolvedObject()
                .withFirstTimestamp(at)
                .withLastTimestamp(at)
                .withCount(1)
                .withNewSource()
                .withComponent(COMPONENT)
                .endSource()
                .withReportingComponent(COMPONENT)
                .withReportingInstance(COMPONENT)
                .build();
    }

    /** Writes what waits, for at most two seconds. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
                lost.increment(writer.shutdownNow().size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("events").unstarted(work);
    }
}
