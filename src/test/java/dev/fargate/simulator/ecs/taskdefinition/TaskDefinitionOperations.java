package dev.fargate.simulator.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.stage.Stage;
import dev.fargate.simulator.ecs.wire.Page;
import dev.fargate.simulator.ecs.wire.Request;
import dev.fargate.simulator.ecs.wire.Tags;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The operations on task definitions. */
public final class TaskDefinitionOperations {
    private static final int MOST_DELETED = 10;
    private static final int USUAL_PAGE = 100;

    private final Stage stage;
    private final Families families;
    private final DefinitionRules rules;

    public TaskDefinitionOperations(Stage stage, Families families) {
        this.stage = stage;
        this.families = families;
        this.rules = new DefinitionRules(stage.around());
    }

    public ObjectNode register(Request request) {
        rules.check(request.call());
        Tags tags = Tags.of(request.at("tags"));
        TaskDefinition added = families.add(
                request.text("family").orElseThrow(),
                revision -> {
                    ObjectNode content = request.body().deepCopy();
                    content.remove("tags");
                    content.put("registeredBy", request.realm().iam("root"));
                    Defaults.fill(content);
                    return content;
                },
                tags,
                stage.now());
        ObjectNode reply = reply().set("taskDefinition", added.view());
        return reply.set("tags", tags.view());
    }

    public ObjectNode describe(Request request) {
        TaskDefinition found = families.find(request.text("taskDefinition", ""))
                .orElseThrow(() -> AwsFault.client("Unable to describe task definition."));
        ObjectNode reply = reply().set("taskDefinition", found.view());
        if (request.includes("TAGS")) {
            reply.set("tags", found.tags().view());
        }
        return reply;
    }

    public ObjectNode deregister(Request request) {
        String reference = request.text("taskDefinition", "");
        if (reference.indexOf(':', reference.lastIndexOf('/') + 1) < 0) {
            throw AwsFault.client("Invalid revision number. Number: " + reference);
        }
        TaskDefinition found = families.find(reference)
                .orElseThrow(() -> AwsFault.client("The specified task definition does not exist. Specify a valid"
                        + " account, family, revision and try again."));
        found.deregister(stage.now());
        return reply().set("taskDefinition", found.view());
    }

    public ObjectNode delete(Request request) {
        List<String> references = request.texts("taskDefinitions");
        if (references.isEmpty() || references.size() > MOST_DELETED) {
            throw AwsFault.invalidParameter("taskDefinitions should have between 1 and 10 items.");
        }
        ObjectNode reply = reply();
        ArrayNode deleted = reply.putArray("taskDefinitions");
        ArrayNode failures = reply.putArray("failures");
        for (String reference : references) {
            families.find(reference)
                    .ifPresentOrElse(
                            found -> {
                                // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteTaskDefinitions.html
                                if (found.status() == TaskDefinition.Status.ACTIVE) {
                                    failures.addObject()
                                            .put("arn", found.arn())
                                            .put(
                                                    "reason",
                                                    "The specified task definition is still in ACTIVE status. Please"
                                                            + " deregister the target and try again.");
                                } else {
                                    found.delete();
                                    deleted.add(found.view());
                                }
                            },
                            () -> failures.addObject().put("arn", reference).put("reason", "MISSING"));
        }
        return reply;
    }

    public ObjectNode families(Request request) {
        String prefix = request.text("familyPrefix", "");
        String status = request.text("status", "ACTIVE");
        return Page.of(
                request,
                "families",
                USUAL_PAGE,
                last -> families.namesAfter(last)
                        .filter(name -> name.startsWith(prefix))
                        .filter(name -> status.equals("ALL") || families.hasActive(name) == status.equals("ACTIVE")),
                name -> name);
    }

    public ObjectNode list(Request request) {
        // The prefix is a whole family here:
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTaskDefinitions.html
        String status = request.text("status", "ACTIVE");
        boolean newestFirst = request.text("sort", "ASC").equals("DESC");
        Comparator<String> order = newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
        NavigableSet<String> keys = request.text("familyPrefix")
                .map(families::of)
                .orElseGet(families::all)
                .filter(one -> one.status().name().equals(status))
                .map(TaskDefinitionOperations::key)
                .collect(Collectors.toCollection(() -> new TreeSet<>(order)));
        return Page.of(
                request,
                "taskDefinitionArns",
                USUAL_PAGE,
                last -> (last.isEmpty() ? keys : keys.tailSet(last, false)).stream(),
                key -> request.realm().arn("task-definition/" + key.replaceFirst(":0*", ":")));
    }

    /** Family and revision, so that the order of text is the order of numbers. */
    private static String key(TaskDefinition one) {
        return one.family() + ":" + String.format("%09d", one.revision());
    }

    private static ObjectNode reply() {
        return JsonNodeFactory.instance.objectNode();
    }
}
