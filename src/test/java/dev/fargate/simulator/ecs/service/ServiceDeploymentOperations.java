package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.AwsFault;
import dev.fargate.simulator.ecs.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * ListServiceDeployments, DescribeServiceDeployments and DescribeServiceRevisions.
 *
 * <p>A service's history is shorter than a page, so there is no token.
 */
public final class ServiceDeploymentOperations {
    private static final int MOST_DESCRIBED = 20;

    private final Function<String, Optional<ServiceHome>> homes;

    /** Cluster names lead to the clusters' services. */
    public ServiceDeploymentOperations(Function<String, Optional<ServiceHome>> homes) {
        this.homes = homes;
    }

    public ObjectNode list(Request request, ServiceHome home) {
        Service service = home.services()
                .find(request.text("service", ""))
                .orElseThrow(() -> new AwsFault(400, "ServiceNotFoundException", "Service not found."));
        List<String> wanted = request.texts("status");
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode list = reply.putArray("serviceDeployments");
        service.history
                .own()
                .filter(one -> wanted.isEmpty() || wanted.contains(ServiceDeploymentView.status(service, one)))
                .forEach(one -> {
                    ObjectNode brief = ServiceDeploymentView.brief(service, one);
                    brief.put("targetServiceRevisionArn", ServiceDeploymentView.revisionArn(service, one.revision));
                    list.add(brief);
                });
        return reply;
    }

    public ObjectNode describe(Request request) {
        return each(request, "serviceDeploymentArns", "serviceDeployments", (service, id) -> service.history
                .find(id)
                .map(one -> ServiceDeploymentView.full(service, one)));
    }

    public ObjectNode revisions(Request request) {
        return each(request, "serviceRevisionArns", "serviceRevisions", (service, id) -> service.history
                .maker(id)
                .map(one -> ServiceDeploymentView.revision(service, one)));
    }

    private ObjectNode each(
            Request request, String asked, String answered, BiFunction<Service, String, Optional<ObjectNode>> view) {
        List<String> arns = request.texts(asked);
        if (arns.isEmpty() || arns.size() > MOST_DESCRIBED) {
            throw AwsFault.invalidParameter(asked + " should have between 1 and 20 items.");
        }
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode found = reply.putArray(answered);
        ArrayNode failures = reply.putArray("failures");
        for (String arn : arns) {
            // The ARN ends in cluster, service and id.
            String[] parts = arn.split("/", -1);
            Optional<ObjectNode> one = parts.length != 4
                    ? Optional.empty()
                    : homes.apply(parts[1])
                            .flatMap(home -> home.services().find(parts[2]))
                            .flatMap(service -> view.apply(service, parts[3]));
            one.ifPresentOrElse(
                    found::add, () -> failures.addObject().put("arn", arn).put("reason", "MISSING"));
        }
        return reply;
    }
}
