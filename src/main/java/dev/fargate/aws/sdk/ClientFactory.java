package dev.fargate.aws.sdk;

import dev.fargate.aws.Queues;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Makes clients that share one HTTP client and one timer thread. They never retry: after a failure the loop looks first, because a lost
 * reply may have had its effect.
 */
final class ClientFactory implements AutoCloseable {
    private final SdkHttpClient http;
    /** For calls that AWS answers late on purpose; only who reads a queue needs it. */
    private final Once<SdkHttpClient> patient;

    private final ScheduledExecutorService timeouts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("aws-call-timeouts").factory());
    private final ClientOverrideConfiguration configuration;

    ClientFactory(ClientSettings settings, MeterRegistry meters, Runnable beforeSending) {
        http = http(settings, settings.timeouts().attempt());
        patient = new Once<>(() -> http(settings, settings.timeouts().attempt().plus(Queues.LONGEST_WAIT)));
        configuration = ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallAttemptTimeout(settings.timeouts().attempt())
                .apiCallTimeout(settings.timeouts().call())
                .scheduledExecutorService(timeouts)
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "fargate-operator/" + settings.version())
                .addExecutionInterceptor(new CallMetrics(meters))
                .addExecutionInterceptor(new CallLog())
                .addExecutionInterceptor(new LastMoment(beforeSending))
                .build();
    }

    private static SdkHttpClient http(ClientSettings settings, Duration silence) {
        UrlConnectionHttpClient.Builder builder = UrlConnectionHttpClient.builder()
                .connectionTimeout(settings.timeouts().connect())
                .socketTimeout(silence)
                // The scheme says which variable names the proxy: HTTPS_PROXY, because AWS is spoken to by https; and
                // NO_PROXY.
                .proxyConfiguration(ProxyConfiguration.builder().scheme("https").build());
        settings.caBundle()
                .map(CaBundle::trusting)
                .ifPresent(managers -> builder.tlsTrustManagersProvider(() -> managers));
        return builder.build();
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C make(
            B builder, String region, AwsCredentialsProvider credentials) {
        return make(builder, region, credentials, http);
    }

    /** A client whose connections bear the silence of a long poll; each call still has the usual time unless it asks for more. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C makePatient(
            B builder, String region, AwsCredentialsProvider credentials) {
        return make(builder, region, credentials, patient.get());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C make(
            B builder, String region, AwsCredentialsProvider credentials, SdkHttpClient over) {
        return builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(over)
                .overrideConfiguration(configuration)
                .build();
    }

    @Override
    public void close() {
        timeouts.shutdown();
        http.close();
        patient.ifMade(SdkHttpClient::close);
    }
}
