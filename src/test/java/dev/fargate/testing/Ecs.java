package dev.fargate.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.SimulatorClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.ecs.model.TaskField;

/**
 * ECS for a test: what is there, what the operator asked for, and what somebody else or fate does behind its back. Only the operator's
 * writes are in {@link #requests}.
 */
public final class Ecs implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REGION = "eu-west-1";

    private final SimulatorClient simulator;
    private final EcsClient client;

    Ecs(SimulatorClient simulator, URI endpoint) {
        this.simulator = simulator;
        this.client = EcsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** A service as it is. */
    public Service service(String cluster, String name) {
        return client.describeServices(
                        request -> request.cluster(cluster).services(name).include(ServiceField.TAGS))
                .services()
                .getFirst();
    }

    /** A cluster as it is. */
    public Cluster cluster(String name) {
        return client.describeClusters(request -> request.clusters(name)
                        .include(ClusterField.TAGS, ClusterField.SETTINGS, ClusterField.CONFIGURATIONS))
                .clusters()
                .getFirst();
    }

    /** The tags of a service, revision or cluster. */
    public Map<String, String> tags(String arn) {
        return client.listTagsForResource(request -> request.resourceArn(arn)).tags().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    /** All tasks of a family that ECS has not forgotten. */
    public List<String> tasks(String cluster, String family) {
        return Stream.of(DesiredStatus.RUNNING, DesiredStatus.STOPPED)
                .flatMap(status -> client
                        .listTasksPaginator(request ->
                                request.cluster(cluster).family(family).desiredStatus(status))
                        .taskArns()
                        .stream())
                .toList();
    }

    /** A task as it is. */
    public Task task(String cluster, String arn) {
        return client.describeTasks(
                        request -> request.cluster(cluster).tasks(arn).include(TaskField.TAGS))
                .tasks()
                .getFirst();
    }

    /** The numbers of a family's ACTIVE revisions, oldest first. */
    public List<Integer> revisions(String family) {
        return client
                .listTaskDefinitions(request -> request.familyPrefix(family).status(TaskDefinitionStatus.ACTIVE))
                .taskDefinitionArns()
                .stream()
                .map(arn -> Integer.valueOf(arn.substring(arn.lastIndexOf(':') + 1)))
                .toList();
    }

    /** Requests of an operation, in order, that mention a text such as a service's name. */
    public List<JsonNode> requests(String operation, String mentioned) {
        return simulator.requests("ecs", operation).stream()
                .filter(call -> call.request().contains(mentioned))
                .map(call -> parse(call.request()))
                .toList();
    }

    /** Waits until the operator has looked at a service this many times more. */
    public void awaitLooks(int looks, String name) {
        int before = requests("DescribeServices", name).size();
        Awaitility.await(looks + " more looks at " + name)
                .atMost(Duration.ofSeconds(60))
                .until(() -> requests("DescribeServices", name).size() >= before + looks);
    }

    /** All requests that may have changed something, of any service of AWS. */
    public List<String> writes() {
        return simulator.calls().stream()
                .map(call -> call.service() + ":" + call.operation())
                .filter(call -> !call.matches(".*:(Describe|List|Get).*"))
                .toList();
    }

    /** Somebody else calls an operation. */
    public void elsewhere(String operation, String body) {
        command("""
                {"command": "call", "operation": "%s", "body": %s}""".formatted(operation, body));
    }

    /** Somebody else registers a revision. */
    public void registerElsewhere(String family) {
        elsewhere("RegisterTaskDefinition", """
                {"family": "%s", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256",
                 "memory": "512", "containerDefinitions": [{"name": "app", "image": "httpd:1"}]}""".formatted(family));
    }

    /** Something else happens to ECS, in the simulator's own words. */
    public void command(String command) {
        simulator.ecs(((ObjectNode) parse(command)).put("region", REGION));
    }

    @Override
    public void close() {
        client.close();
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
