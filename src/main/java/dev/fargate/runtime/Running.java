package dev.fargate.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of the process: from start to SIGTERM. */
public final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private Running() {}

    /** Starts the operator and returns when it has stopped. */
    public static void untilStopped(OperatorSettings settings, String version)
            throws IOException, InterruptedException {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ProcessorMetrics().bindTo(meters);
        new JvmMemoryMetrics().bindTo(meters);
        AtomicBoolean ready = new AtomicBoolean();
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        KubernetesClient client = client();
        try (JvmGcMetrics gc = new JvmGcMetrics();
                HttpEndpoint endpoint = new HttpEndpoint(
                        new InetSocketAddress(
                                settings.http().host(), settings.http().port()),
                        meters,
                        ready::get);
                OperatorProcess operator = new OperatorProcess(client, settings, meters, version)) {
            gc.bindTo(meters);
            stopOnSignal(stopped, closed);
            operator.start();
            HeapGrowth.limit();
            ready.set(true);
            LOG.atInfo()
                    .addKeyValue("version", version)
                    .addKeyValue("http", settings.http())
                    .log("Running");
            stopped.await();
            ready.set(false);
            LOG.info("Stopping: calls in flight finish first");
        } finally {
            closed.countDown();
        }
    }

    /** Told which kinds there are by those who use them: finding all on the classpath would load 500 classes. */
    private static KubernetesClient client() {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new SimpleModule().addDeserializer(String.class, new SharedStrings()));
        return new KubernetesClientBuilder()
                .withKubernetesSerialization(new KubernetesSerialization(mapper, false))
                .build();
    }

    /**
     * The JVM ends when its hooks have returned: this one waits until what was opened is closed. It must not wait for the main thread,
     * which may be the one that ends the JVM after a failed start.
     */
    private static void stopOnSignal(CountDownLatch stopped, CountDownLatch closed) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    stopped.countDown();
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
    }
}
