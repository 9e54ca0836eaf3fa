package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.task.TaskView;
import dev.fargate.simulator.ecs.wire.Stamp;
import java.util.List;

/**
 * A service as replies show it.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html and API_Deployment.html. Shared values
 * go into the reply as they are: whoever changes a reply works on a copy.
 */
final class ServiceView {
    private static final List<String> OF_SERVICE = List.of("loadBalancers", "serviceRegistries");
    private static final List<String> OF_BOTH =
            List.of("launchType", "capacityProviderStrategy", "networkConfiguration");
    /** Service itself has no such members; only its deployments do. */
    private static final List<String> OF_DEPLOYMENT =
            List.of("serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations");

    private ServiceView() {}

    static ObjectNode of(Service service, boolean tags, boolean allEvents) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("serviceArn", service.arn());
        view.put("serviceName", service.name);
        view.put("clusterArn", service.realm.arn("cluster/" + service.cluster));
        view.put("status", service.status.name());
        view.put("desiredCount", service.desiredCount);
        view.put(
                "runningCount",
                service.deployments.stream().mapToInt(Deployment::runningCount).sum());
        view.put(
                "pendingCount",
                service.deployments.stream().mapToInt(Deployment::pendingCount).sum());
        settings(view, service);
        Settings.CONDUCT.forEach(member -> view.set(member, service.conduct.path(member)));
        ArrayNode deployments = view.putArray("deployments");
        for (Deployment deployment : service.deployments) {
            deployments.add(of(service, deployment));
        }
        if (!service.deployments.isEmpty()) {
            service.history
                    .own()
                    .findFirst()
                    .ifPresent(one -> view.put("currentServiceDeployment", ServiceDeploymentView.arn(service, one)));
            ArrayNode revisions = view.putArray("currentServiceRevisions");
            service.deployments.forEach(one -> revisions.add(ServiceDeploymentView.summary(service, one)));
        }
        view.set("events", service.events.view(service.name, service.createdAt, allEvents));
        view.set("createdAt", Stamp.EPOCH.of(service.createdAt));
        view.put("createdBy", service.realm.iam("root"));
        view.put("schedulingStrategy", "REPLICA");
        view.putArray("placementConstraints");
        view.putArray("placementStrategy");
        if (tags) {
            view.set("tags", service.tags.view());
        }
        return view;
    }

    private static void settings(ObjectNode view, Service service) {
        Revision revision = service.shown;
        view.put("taskDefinition", revision.definition().arn());
        view.put("platformVersion", revision.at("platformVersion").asText());
        view.put("platformFamily", "Linux");
        for (String list : OF_SERVICE) {
            JsonNode value = revision.at(list);
            view.set(list, value.isMissingNode() ? JsonNodeFactory.instance.arrayNode() : value);
        }
        copy(view, revision, OF_BOTH);
        if (revision.balanced()) {
            view.put("roleArn", service.realm.iam("role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"));
        }
    }

    private static ObjectNode of(Service service, Deployment deployment) {
        boolean primary = deployment == service.primary();
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("id", deployment.id);
        view.put("status", primary ? "PRIMARY" : "ACTIVE");
        view.put("taskDefinition", deployment.revision.definition().arn());
        view.put("desiredCount", primary ? service.desiredCount : deployment.wantedCount());
        view.put("pendingCount", deployment.pendingCount());
        view.put("runningCount", deployment.runningCount());
        view.put("failedTasks", deployment.failedTasks);
        view.set("createdAt", Stamp.EPOCH.of(deployment.createdAt));
        view.set("updatedAt", Stamp.EPOCH.of(deployment.updatedAt));
        view.put("platformVersion", TaskView.PLATFORM_VERSION);
        view.put("platformFamily", "Linux");
        view.put("rolloutState", deployment.state.name());
        view.put("rolloutStateReason", deployment.reason);
        copy(view, deployment.revision, OF_BOTH);
        copy(view, deployment.revision, OF_DEPLOYMENT);
        return view;
    }

    private static void copy(ObjectNode view, Revision revision, List<String> members) {
        for (String member : members) {
            if (revision.settings().has(member)) {
                view.set(member, revision.at(member));
            }
        }
    }
}
