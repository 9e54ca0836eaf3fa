package dev.fargate.testing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** What ECS publishes of services, put there by a test, and the alarms on it. */
public final class CloudWatch implements AutoCloseable {
    private final CloudWatchClient client;

    public CloudWatch(World world) {
        Map<String, String> environment = world.awsEnvironment();
        this.client = CloudWatchClient.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL")))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /**
     * A metric of a service had the same value in each of the last hours.
     *
     * @param metric CPUUtilization or MemoryUtilization
     */
    public void used(String cluster, String service, String metric, double percent, int hours) {
        Instant now = Instant.now();
        List<MetricDatum> data = IntStream.rangeClosed(1, hours)
                .mapToObj(hour -> MetricDatum.builder()
                        .metricName(metric)
                        .timestamp(now.minus(Duration.ofHours(hour)))
                        .value(percent)
                        .dimensions(dimension("ClusterName", cluster), dimension("ServiceName", service))
                        .build())
                .toList();
        client.putMetricData(request -> request.namespace("AWS/ECS").metricData(data));
    }

    /** Those whose names begin so. */
    public List<MetricAlarm> alarms(String prefix) {
        return client.describeAlarms(request -> request.alarmNamePrefix(prefix)).metricAlarms();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    @Override
    public void close() {
        client.close();
    }
}
