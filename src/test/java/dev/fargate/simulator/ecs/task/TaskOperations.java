package dev.fargate.simulator.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.stage.Stage;
import dev.fargate.simulator.ecs.taskdefinition.Families;
import dev.fargate.simulator.ecs.taskdefinition.TaskDefinition;
import dev.fargate.simulator.ecs.wire.Description;
import dev.fargate.simulator.ecs.wire.Page;
import dev.fargate.simulator.ecs.wire.Request;
import dev.fargate.simulator.ecs.wire.Stamp;
import dev.fargate.simulator.ecs.wire.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operations on tasks. */
public final class TaskOperations {
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
    private static final int MOST_STARTED = 10;
    private static final int LONGEST_TOKEN = 64;
    private static final int LONGEST_STARTED_BY = 128;
    private static final int MOST_DESCRIBED = 100;
    private static final int USUAL_PAGE = 100;

    /** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html */
    public static final String NO_CAPACITY =
            "Capacity is unavailable at this time. Please try again later or in a different availability zone";

    private final Stage stage;
    private final Families families;
    private final Lifecycle lifecycle;
    private final NetworkRules network;
    private final RunTokens tokens;

    public TaskOperations(Stage stage, Families families, Lifecycle lifecycle) {
        this.stage = stage;
        this.families = families;
        this.lifecycle = lifecycle;
        this.network = new NetworkRules(stage.around());
        this.tokens = new RunTokens(stage);
    }

    public ObjectNode run(Request request, TaskHome home) {
        String token = request.text("clientToken", "");
        if (token.length() > LONGEST_TOKEN) {
            throw AwsFault.invalidParameter("clientToken can have at most 64 characters.");
        }
        if (!token.isEmpty()) {
            Optional<List<Task>> earlier = tokens.earlier(token, request.body());
            if (earlier.isPresent()) {
                return reply(earlier.orElseThrow());
            }
        }
        int count = request.integer("count").orElse(1);
        if (count < 1 || count > MOST_STARTED) {
            throw AwsFault.invalidParameter("Count should be between 1 and " + MOST_STARTED + ".");
        }
        if (request.text("startedBy", "").length() > LONGEST_STARTED_BY) {
            throw AwsFault.invalidParameter("startedBy can have at most 128 characters.");
        }
        TaskDefinition definition = definition(request);
        JsonNode overrides = overrides(request, definition);
        JsonNode vpc = request.at("networkConfiguration").path("awsvpcConfiguration");
        network.check(request.call(), vpc);
        JsonNode strategy = strategy(request, home);

        List<Task> started = new ArrayList<>();
        int missing = stage.misfortune().capacityGone() ? count : 0;
        for (int i = missing; i < count; i++) {
            Optional<String> provider = CapacityStrategy.next(strategy, name -> (int) started.stream()
                    .filter(task -> task.launch().provider().equals(Optional.of(name)))
                    .count());
            Launch launch = new Launch(
                    request.realm(),
                    home.cluster(),
                    definition,
                    request.text("group", "family:" + definition.family()),
                    request.text("startedBy"),
                    stage.sharing().one(vpc.deepCopy()),
                    provider,
                    overrides,
                    request.flag("enableExecuteCommand"),
                    tags(request, home, definition));
            started.add(lifecycle.start(launch, home.tasks(), TaskOwner.NOBODY));
        }
        if (!token.isEmpty() && !started.isEmpty()) {
            tokens.remember(token, request.body(), started);
        }
        ObjectNode reply = reply(started);
        for (int i = 0; i < missing; i++) {
            ((ArrayNode) reply.path("failures")).addObject().put("reason", NO_CAPACITY);
        }
        return reply;
    }

    public ObjectNode stop(Request request, TaskHome home) {
        Task task = home.tasks()
                .find(request.text("task", ""))
                .orElseThrow(() -> AwsFault.invalidParameter("The referenced task was not found."));
        lifecycle.stop(task, home.tasks(), Stop.told("UserInitiated", request.text("reason", "Task stopped by user")));
        return JsonNodeFactory.instance.objectNode().set("task", view(task, true));
    }

    public ObjectNode describe(Request request, TaskHome home) {
        return Description.of(
                "tasks",
                request.texts("tasks"),
                MOST_DESCRIBED,
                reference -> home.tasks()
                        .find(reference)
                        .filter(task -> !stage.hidden(task.createdAt()))
                        .map(task -> view(task, request.includes("TAGS"))),
                reference -> arn(request, home, reference));
    }

    public ObjectNode list(Request request, TaskHome home) {
        TaskFilter filter = TaskFilter.of(request, home);
        return Page.of(
                request,
                "taskArns",
                USUAL_PAGE,
                last -> home.tasks()
                        .after(last)
                        .filter(filter)
                        .filter(task -> !stage.hidden(task.createdAt()))
                        .map(Task::id),
                id -> arn(request, home, id));
    }

    private TaskDefinition definition(Request request) {
        TaskDefinition definition = families.find(request.text("taskDefinition", ""))
                .orElseThrow(() -> AwsFault.client("TaskDefinition not found."));
        if (definition.status() != TaskDefinition.Status.ACTIVE) {
            throw AwsFault.client("TaskDefinition is inactive");
        }
        if (!definition.shape().fargate()) {
            throw AwsFault.invalidParameter("Task definition does not support launch_type FARGATE.");
        }
        return definition;
    }

    private static JsonNode overrides(Request request, TaskDefinition definition) {
        JsonNode overrides =
                request.has("overrides") ? request.at("overrides").deepCopy() : JsonNodeFactory.instance.objectNode();
        for (JsonNode container : overrides.path("containerOverrides")) {
            String name = container.path("name").asText();
            if (definition.shape().container(name).isEmpty()) {
                throw AwsFault.invalidParameter(
                        "Override for container named " + name + " is not a container in the TaskDefinition.");
            }
        }
        return overrides;
    }

    private static JsonNode strategy(Request request, TaskHome home) {
        JsonNode named = request.at("capacityProviderStrategy");
        if (!named.isEmpty() && request.has("launchType")) {
            throw AwsFault.invalidParameter("Specifying both a launch type and capacity provider strategy is not"
                    + " supported. Remove one and try again.");
        }
        if (named.isEmpty() && !request.has("launchType")) {
            if (home.strategy().isEmpty()) {
                throw AwsFault.invalidParameter("No Container Instances were found in your cluster.");
            }
            return home.strategy();
        }
        CapacityStrategy.check(named, home.providers());
        return named;
    }

    private static Tags tags(Request request, TaskHome home, TaskDefinition definition) {
        Tags tags = new Tags();
        if (request.text("propagateTags", "").equals("TASK_DEFINITION")) {
            tags.putAll(definition.tags());
        }
        tags.put(request.at("tags"));
        if (request.flag("enableECSManagedTags")) {
            tags.putManaged("aws:ecs:clusterName", home.cluster());
        }
        return tags;
    }

    private static String arn(Request request, TaskHome home, String reference) {
        return reference.startsWith("arn:")
                ? reference
                : request.realm().arn("task/" + home.cluster() + "/" + reference);
    }

    private static ObjectNode reply(List<Task> tasks) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode list = reply.putArray("tasks");
        tasks.forEach(task -> list.add(view(task, true)));
        reply.putArray("failures");
        return reply;
    }

    private static ObjectNode view(Task task, boolean tags) {
        ObjectNode view = TaskView.of(task, Stamp.EPOCH);
        if (tags) {
            view.set("tags", task.tags().view());
        }
        return view;
    }
}
