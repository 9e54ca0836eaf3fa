package dev.fargate.simulator.ecs.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.stage.Stage;
import dev.fargate.simulator.ecs.task.CapacityStrategy;
import dev.fargate.simulator.ecs.task.Task;
import dev.fargate.simulator.ecs.task.TaskStatus;
import dev.fargate.simulator.ecs.wire.Description;
import dev.fargate.simulator.ecs.wire.Page;
import dev.fargate.simulator.ecs.wire.Request;
import dev.fargate.simulator.ecs.wire.Tags;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operations on clusters. */
public final class ClusterOperations {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final List<String> PROVIDERS = List.of("FARGATE", "FARGATE_SPOT");
    private static final List<String> ALL = List.of("TAGS", "SETTINGS", "CONFIGURATIONS");
    private static final int MOST_DESCRIBED = 100;
    private static final int USUAL_PAGE = 100;

    private final Stage stage;
    private final Estate estate;

    public ClusterOperations(Stage stage, Estate estate) {
        this.stage = stage;
        this.estate = estate;
    }

    /** An existing cluster of the name is returned as it is. */
    public ObjectNode create(Request request) {
        String name = request.text("clusterName", "default");
        if (!NAME.matcher(name).matches()) {
            throw AwsFault.invalidParameter(
                    "Cluster names may only contain letters, numbers, hyphens and underscores.");
        }
        Optional<Cluster> existing = estate.find(name).filter(Cluster::active);
        if (existing.isPresent()) {
            return reply(existing.orElseThrow());
        }
        List<String> providers = request.texts("capacityProviders");
        checkProviders(providers);
        CapacityStrategy.check(request.at("defaultCapacityProviderStrategy"), providers);
        Cluster cluster = new Cluster(request.realm(), name, stage.now(), Tags.of(request.at("tags")));
        cluster.settings = settings(request.at("settings"));
        cluster.configuration = object(request.at("configuration"));
        cluster.connect = connect(request);
        cluster.providers = list(request.at("capacityProviders"));
        cluster.strategy = strategy(request.at("defaultCapacityProviderStrategy"));
        estate.put(cluster);
        return reply(cluster);
    }

    public ObjectNode describe(Request request) {
        List<String> names = request.texts("clusters");
        return Description.of(
                "clusters",
                names.isEmpty() ? List.of("default") : names,
                MOST_DESCRIBED,
                name -> estate.find(name)
                        .filter(cluster -> !stage.hidden(cluster.createdAt()))
                        .map(cluster -> cluster.view(request.texts("include"))),
                name -> name.startsWith("arn:") ? name : request.realm().arn("cluster/" + name));
    }

    public ObjectNode list(Request request) {
        return Page.of(
                request,
                "clusterArns",
                USUAL_PAGE,
                last -> estate.clustersAfter(last).filter(Cluster::active).map(Cluster::name),
                name -> request.realm().arn("cluster/" + name));
    }

    public ObjectNode update(Request request) {
        Cluster cluster = named(request);
        if (request.has("settings")) {
            cluster.settings = settings(request.at("settings"));
        }
        if (request.has("configuration")) {
            cluster.configuration = object(request.at("configuration"));
        }
        if (request.has("serviceConnectDefaults")) {
            cluster.connect = connect(request);
        }
        return reply(cluster);
    }

    public ObjectNode putProviders(Request request) {
        Cluster cluster = named(request);
        List<String> providers = request.texts("capacityProviders");
        checkProviders(providers);
        CapacityStrategy.check(request.at("defaultCapacityProviderStrategy"), providers);
        boolean used = cluster.services().all().anyMatch(service -> service.providers()
                .anyMatch(provider -> !providers.contains(provider)));
        if (used) {
            throw new AwsFault(
                    400, "ResourceInUseException", "The specified capacity provider is in use and cannot be removed.");
        }
        cluster.providers = list(request.at("capacityProviders"));
        cluster.strategy = strategy(request.at("defaultCapacityProviderStrategy"));
        return reply(cluster);
    }

    public ObjectNode delete(Request request) {
        Cluster cluster = named(request);
        if (cluster.services().activeCount() > 0) {
            throw new AwsFault(
                    400,
                    "ClusterContainsServicesException",
                    "The Cluster cannot be deleted while Services are active.");
        }
        if (cluster.tasks().all().map(Task::status).anyMatch(status -> status != TaskStatus.STOPPED)) {
            throw new AwsFault(
                    400, "ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
        }
        cluster.active = false;
        return reply(cluster);
    }

    private Cluster named(Request request) {
        return estate.find(request.text("cluster", "")).filter(Cluster::active).orElseThrow(Estate::notFound);
    }

    private static void checkProviders(List<String> providers) {
        for (String provider : providers) {
            if (!PROVIDERS.contains(provider)) {
                throw AwsFault.client("The specified capacity provider was not found. Specify a valid name or ARN and"
                        + " try again: " + provider);
            }
        }
    }

    private static JsonNode settings(JsonNode given) {
        if (!given.isEmpty()) {
            return given.deepCopy();
        }
        ArrayNode usual = JsonNodeFactory.instance.arrayNode();
        usual.addObject().put("name", "containerInsights").put("value", "disabled");
        return usual;
    }

    private static JsonNode strategy(JsonNode given) {
        JsonNode strategy = list(given);
        for (JsonNode item : strategy) {
            ObjectNode provider = (ObjectNode) item;
            provider.put("weight", provider.path("weight").asInt(0));
            provider.put("base", provider.path("base").asInt(0));
        }
        return strategy;
    }

    /**
     * A namespace is given by name or ARN and shown as the ARN of a Cloud Map namespace:
     * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/create-service-connect.html
     */
    private static JsonNode connect(Request request) {
        String namespace =
                request.at("serviceConnectDefaults").path("namespace").asText("");
        ObjectNode connect = JsonNodeFactory.instance.objectNode();
        if (!namespace.isEmpty()) {
            connect.put(
                    "namespace",
                    namespace.startsWith("arn:") ? namespace : request.realm().namespace(namespace));
        }
        return connect;
    }

    private static JsonNode list(JsonNode given) {
        return given.isArray() ? given.deepCopy() : JsonNodeFactory.instance.arrayNode();
    }

    private static JsonNode object(JsonNode given) {
        return given.isObject() ? given.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode reply(Cluster cluster) {
        return JsonNodeFactory.instance.objectNode().set("cluster", cluster.view(ALL));
    }
}
