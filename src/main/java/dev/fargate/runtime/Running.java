package dev.fargate.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.ResourceNotFoundException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.javaoperatorsdk.operator.OperatorException;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of the process: from start to SIGTERM. */
public final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private Running() {}

    /**
     * Starts the operator and returns when it has stopped.
     *
     * @throws NotRunning if the API server does not let it start
     */
    public static void untilStopped(OperatorSettings settings, String version)
            throws IOException, InterruptedException {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ProcessorMetrics().bindTo(meters);
        new JvmMemoryMetrics().bindTo(meters);
        AtomicBoolean ready = new AtomicBoolean();
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Tenure tenure = tenure(settings.leadership());
        KubernetesClient client = client(tenure);
        try (Rounds level = Logging.level();
                JvmGcMetrics gc = new JvmGcMetrics();
                HttpEndpoint endpoint = new HttpEndpoint(
                        new InetSocketAddress(
                                settings.http().host(), settings.http().port()),
                        meters,
                        ready::get);
                OperatorProcess operator = new OperatorProcess(client, settings, tenure, meters, version)) {
            level.start();
            gc.bindTo(meters);
            stopOnSignal(stopped, closed);
            HeapGrowth.limit();
            operator.start();
            ready.set(true);
            LOG.atInfo()
                    .addKeyValue("version", version)
                    .addKeyValue("http", settings.http())
                    .log("Running");
            stopped.await();
            ready.set(false);
            LOG.info("Stopping: calls in flight finish first");
        } catch (KubernetesClientException | ResourceNotFoundException | OperatorException e) {
            throw new NotRunning(client.getMasterUrl(), e);
        } finally {
            closed.countDown();
        }
    }

    private static Tenure tenure(OperatorSettings.Leadership leadership) {
        return leadership.enabled()
                ? Tenure.elected(leadership.renewDeadline(), InstantSource.system(), () -> endAtOnce(leadership))
                : Tenure.unlimited();
    }

    private static void endAtOnce(OperatorSettings.Leadership leadership) {
        LOG.error(
                "The lease was not renewed in time; the process ends so that nothing is done beside another leader. Either it stood"
                        + " still or the API server did not answer. See who leads: kubectl get lease -n {} {}",
                leadership.leaseNamespace(),
                FrameworkConfiguration.LEASE);
        Runtime.getRuntime().halt(1);
    }

    /**
     * Told which kinds there are by those who use them: finding all on the classpath would load 500 classes. Nobody names Status, in which
     * the API server says that a watch is too old to go on; unknown, it would be taken for a hiccup, and the watch begun again for ever
     * where it cannot.
     */
    private static KubernetesClient client(Tenure tenure) {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new SimpleModule().addDeserializer(String.class, new SharedStrings()));
        KubernetesSerialization kinds = new KubernetesSerialization(mapper, false);
        kinds.registerKubernetesResource(Status.class);
        return new KubernetesClientBuilder()
                .withKubernetesSerialization(kinds)
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("tenure", tenure))
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
