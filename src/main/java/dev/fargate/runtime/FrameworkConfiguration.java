package dev.fargate.runtime;

import dev.fargate.api.Api;
import dev.fargate.runtime.OperatorSettings.Leadership;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.InformerStoppedHandler;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetricsV2;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * What the framework is told of the process, and of each controller.
 *
 * @param ended a watch ended for good
 */
record FrameworkConfiguration(
        KubernetesClient client,
        OperatorSettings settings,
        MeterRegistry meters,
        LeaderCallbacks leading,
        InformerStoppedHandler ended) {
    static final String LEASE = "fargate-operator";
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final long LIST_LIMIT = 500;

    void process(ConfigurationServiceOverrider overrider) {
        overrider
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withResourceCloner(new ShallowCloner(client.getKubernetesSerialization()))
                .withConcurrentReconciliationThreads(settings.pacing().concurrency())
                .withReconciliationTerminationTimeout(GRACE)
                .withMetrics(MicrometerMetricsV2.newBuilder(meters).build())
                .withInformerStoppedHandler(ended);
        Leadership leadership = settings.leadership();
        if (leadership.enabled()) {
            overrider.withLeaderElectionConfiguration(
                    LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(LEASE)
                            .withLeaseNamespace(leadership.leaseNamespace())
                            .withIdentity(leadership.identity())
                            .withLeaseDuration(leadership.leaseDuration())
                            .withRenewDeadline(leadership.renewDeadline())
                            .withRetryPeriod(leadership.retryPeriod())
                            .withLeaderCallbacks(leading)
                            .build());
        }
    }

    static <P extends HasMetadata> void controller(ControllerConfigurationOverrider<P> overrider, String name) {
        overrider
                .withName(name)
                .withFinalizer(Api.FINALIZER)
                .withFieldManager("fargate-operator")
                .withGenerationAware(false)
                .withOnUpdateFilter((after, before) -> Relevant.change(before, after))
                .withInformerListLimit(LIST_LIMIT)
                .withItemStore(new LeanStore<>())
                .withReconciliationMaxInterval(Duration.ofMinutes(30))
                .withRetry(new GenericRetry()
                        .setInitialInterval(Duration.ofSeconds(1))
                        .setIntervalMultiplier(2)
                        .setMaxInterval(Duration.ofMinutes(2).toMillis())
                        .withoutMaxAttempts());
    }
}
