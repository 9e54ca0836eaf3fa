package dev.fargate.simulator.ecs.tag;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.cluster.Cluster;
import dev.fargate.simulator.ecs.cluster.Estate;
import dev.fargate.simulator.ecs.service.Service;
import dev.fargate.simulator.ecs.taskdefinition.TaskDefinition;
import dev.fargate.simulator.ecs.wire.Request;
import dev.fargate.simulator.ecs.wire.Tags;
import java.util.Optional;

/**
 * TagResource, UntagResource and ListTagsForResource.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TagResource.html
 */
public final class TagOperations {
    private final Estate estate;

    public TagOperations(Estate estate) {
        this.estate = estate;
    }

    public ObjectNode tag(Request request) {
        find(request).put(request.at("tags"));
        return JsonNodeFactory.instance.objectNode();
    }

    public ObjectNode untag(Request request) {
        find(request).remove(request.texts("tagKeys"));
        return JsonNodeFactory.instance.objectNode();
    }

    public ObjectNode list(Request request) {
        return JsonNodeFactory.instance.objectNode().set("tags", find(request).view());
    }

    private Tags find(Request request) {
        String arn = request.text("resourceArn", "");
        String prefix = request.realm().arn("");
        if (!arn.startsWith(prefix)) {
            throw AwsFault.invalidParameter("Invalid ARN: " + arn);
        }
        String[] parts = arn.substring(prefix.length()).split("/", -1);
        Optional<Tags> tags =
                switch (parts[0]) {
                    case "cluster" ->
                        estate.find(parts[1]).filter(Cluster::active).map(Cluster::tags);
                    case "service" -> service(parts);
                    case "task" ->
                        estate.find(parts[1])
                                .flatMap(cluster -> cluster.tasks().find(arn))
                                .map(task -> task.tags());
                    case "task-definition" -> estate.families().find(arn).map(TaskDefinition::tags);
                    default -> Optional.empty();
                };
        return tags.orElseThrow(() ->
                new AwsFault(400, "ResourceNotFoundException", "The specified resource could not be found: " + arn));
    }

    private Optional<Tags> service(String[] parts) {
        return estate.find(parts[1])
                .flatMap(cluster -> cluster.services().find(parts[parts.length - 1]))
                .map(service -> {
                    if (service.status() == Service.Status.INACTIVE) {
                        throw AwsFault.invalidParameter(
                                "The specified service is inactive. Specify an active service" + " and try again.");
                    }
                    return service.tags();
                });
    }
}
