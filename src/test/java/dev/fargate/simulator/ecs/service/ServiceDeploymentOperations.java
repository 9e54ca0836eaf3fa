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
 * ListServiceDeployments, DescribeServiceDeployments, DescribeServiceRevisions and StopServiceDeployment.
 *
 * <p>A service's history is shorter than a page, so there is no token.
 */
public final class ServiceDeploymentOperations {
    private static final int MOST_DESCRIBED = 20;

    private final Function<String, Optional<ServiceHome>> homes;
    private final Scheduler scheduler;

    /** Cluster names lead to the clusters' services. */
    public ServiceDeploymentOperations(Function<String, Optional<ServiceHome>> homes, Scheduler scheduler) {
        this.homes = homes;
        this.scheduler = scheduler;
    }

    /** While ECS goes back already, it goes on to. What has ended otherwise cannot be stopped. */
    public ObjectNode stop(Request request) {
        String arn = request.text("serviceDeploymentArn", "");
        if (!"ROLLBACK".equals(request.text("stopType", "ROLLBACK"))) {
            throw AwsFault.invalidParameter("stopType must be ROLLBACK.");
        }
        Service service = service(arn)
                .orElseThrow(
                        () -> new AwsFault(400, "ServiceDeploymentNotFoundException", "Service deployment not found."));
        Deployment deployment = service.history
                .find(arn.substring(arn.lastIndexOf('/') + 1))
                .orElseThrow(
                        () -> new AwsFault(400, "ServiceDeploymentNotFoundException", "Service deployment not found."));
        switch (ServiceDeploymentView.status(service, deployment)) {
            case "IN_PROGRESS" -> scheduler.goBack(service, deployment);
            case "ROLLBACK_IN_PROGRESS" -> {}
            default -> throw new AwsFault(400, "ConflictException", "The service deployment is not in progress.");
        }
        return JsonNodeFactory.instance.objectNode().put("serviceDeploymentArn", arn);
    }

    /** The ARN ends in cluster, service and id. */
    private Optional<Service> service(String arn) {
        String[] parts = arn.split("/", -1);
        return parts.length == 4
                ? homes.apply(parts[1]).flatMap(home -> home.services().find(parts[2]))
                : Optional.empty();
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
            Optional<ObjectNode> one =
                    service(arn).flatMap(service -> view.apply(service, arn.substring(arn.lastIndexOf('/') + 1)));
            one.ifPresentOrElse(
                    found::add, () -> failures.addObject().put("arn", arn).put("reason", "MISSING"));
        }
        return reply;
    }
}
