package dev.fargate.testing;

import dev.fargate.api.FargateEnvironment;
import dev.fargate.api.FargateEnvironmentStatus;
import dev.fargate.engine.Conditions;
import io.fabric8.kubernetes.api.model.Condition;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The event feeds of a test's environments, from both sides: what the status says, and what somebody else finds and does in AWS. */
public final class Feeds implements AutoCloseable {
    private final World world;
    private final SqsClient sqs;
    private final EventBridgeClient events;

    public Feeds(World world) {
        this.world = world;
        URI endpoint = URI.create(world.awsEnvironment().get("AWS_ENDPOINT_URL"));
        Region region = Region.of(world.awsEnvironment().get("AWS_REGION"));
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated"));
        sqs = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        events = EventBridgeClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** The manifest of an environment, with its feed on or off. */
    public static String manifest(String environment, boolean enabled) {
        return Manifests.environment(environment) + "  eventFeed: {enabled: %s}\n".formatted(enabled);
    }

    /** Makes an environment whose feed works. */
    public FargateEnvironmentStatus on(String environment) {
        world.apply(manifest(environment, true));
        return await(environment, "Receiving");
    }

    /** Switches the feed of an environment off, and waits until nothing is left of it. */
    public void off(String environment) {
        world.apply(manifest(environment, false));
        world.until("the feed to be gone", () -> status(environment).eventFeed() == null);
    }

    public SqsClient sqs() {
        return sqs;
    }

    public EventBridgeClient events() {
        return events;
    }

    /** Waits until the condition of an environment's feed has a reason, while the environment is Ready. */
    public FargateEnvironmentStatus await(String environment, String reason) {
        world.until("the feed of %s to be %s".formatted(environment, reason), () -> world.environments()
                .find(environment)
                .map(FargateEnvironment::getStatus)
                .filter(status -> status != null && Conditions.isTrue(status.conditions(), Conditions.READY))
                .flatMap(status -> Conditions.find(status.conditions(), "EventFeed"))
                .map(Condition::getReason)
                .filter(reason::equals)
                .isPresent());
        return status(environment);
    }

    public FargateEnvironmentStatus status(String environment) {
        return world.environments().find(environment).orElseThrow().getStatus();
    }

    public void awaitSweep(String environment, int seconds) {
        world.until(
                "services of %s to be compared every %d s".formatted(environment, seconds),
                () -> Optional.ofNullable(status(environment).sweepSeconds())
                        .filter(found -> found == seconds)
                        .isPresent());
    }

    public Map<QueueAttributeName, String> attributes(String queueUrl) {
        return sqs.getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    /** Messages that nobody has deleted, and nobody who died has either. */
    public int messages(String queueUrl) {
        Map<QueueAttributeName, String> attributes = attributes(queueUrl);
        return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    /** Waits until every message was read and deleted. */
    public void awaitEmpty(String queueUrl) {
        world.until("queue %s to be empty".formatted(queueUrl), () -> messages(queueUrl) == 0);
    }

    @Override
    public void close() {
        sqs.close();
        events.close();
    }
}
