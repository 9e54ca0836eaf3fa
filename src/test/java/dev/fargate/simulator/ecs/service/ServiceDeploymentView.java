package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.task.TaskView;
import dev.fargate.simulator.ecs.wire.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * Service deployments and revisions, the newer view of the same rollouts.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html and API_ServiceRevision.html
 */
final class ServiceDeploymentView {
    private static final List<String> OF_REVISION = List.of(
            "launchType",
            "capacityProviderStrategy",
            "networkConfiguration",
            "loadBalancers",
            "serviceRegistries",
            "serviceConnectConfiguration",
            "volumeConfigurations",
            "vpcLatticeConfigurations");

    private ServiceDeploymentView() {}

    static String arn(Service service, Deployment deployment) {
        return service.realm.arn(
                "service-deployment/" + service.cluster + "/" + service.name + "/" + deployment.digits());
    }

    static String revisionArn(Service service, Revision revision) {
        return service.realm.arn("service-revision/" + service.cluster + "/" + service.name + "/" + revision.id());
    }

    /** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html#service-deployments-states */
    static String status(Service service, Deployment deployment) {
        Optional<Deployment> rollback = service.history.rollbackOf(deployment);
        return switch (deployment.state) {
            case COMPLETED -> "SUCCESSFUL";
            case IN_PROGRESS -> service.active() && deployment == service.primary() ? "IN_PROGRESS" : "STOPPED";
            case FAILED ->
                rollback.map(back -> switch (back.state) {
                            case IN_PROGRESS -> "ROLLBACK_IN_PROGRESS";
                            case COMPLETED -> "ROLLBACK_SUCCESSFUL";
                            case FAILED -> "ROLLBACK_FAILED";
                        })
                        .orElse("STOPPED");
        };
    }

    static ObjectNode brief(Service service, Deployment deployment) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("serviceDeploymentArn", arn(service, deployment));
        view.put("serviceArn", service.arn());
        view.put("clusterArn", service.realm.arn("cluster/" + service.cluster));
        view.set("createdAt", Stamp.EPOCH.of(deployment.createdAt));
        view.set("startedAt", Stamp.EPOCH.of(deployment.createdAt));
        if (!deployment.inProgress()) {
            view.set("finishedAt", Stamp.EPOCH.of(deployment.updatedAt));
        }
        view.put("status", status(service, deployment));
        view.put("statusReason", deployment.reason);
        return view;
    }

    static ObjectNode full(Service service, Deployment deployment) {
        ObjectNode view = brief(service, deployment);
        view.set("updatedAt", Stamp.EPOCH.of(deployment.updatedAt));
        var sources = view.putArray("sourceServiceRevisions");
        service.history.before(deployment).ifPresent(before -> sources.add(summary(service, before)));
        view.set("targetServiceRevision", summary(service, deployment));
        view.set("deploymentConfiguration", service.rollout());
        service.history.rollbackOf(deployment).ifPresent(back -> view.putObject("rollback")
                .put("reason", "Service deployment rolled back because the circuit breaker threshold was exceeded.")
                .put("serviceRevisionArn", revisionArn(service, back.revision))
                .set("startedAt", Stamp.EPOCH.of(back.createdAt)));
        boolean enabled = service.breaker().path("enable").asBoolean(false);
        view.putObject("deploymentCircuitBreaker")
                .put("status", enabled ? monitor(deployment) : "DISABLED")
                .put("failureCount", deployment.failedTasks)
                .put("threshold", Breaker.threshold(service.desiredCount));
        return view;
    }

    static ObjectNode summary(Service service, Deployment deployment) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        boolean primary = service.deployments.indexOf(deployment) == 0;
        view.put("arn", revisionArn(service, deployment.revision));
        view.put("requestedTaskCount", primary ? service.desiredCount : deployment.wantedCount());
        view.put("runningTaskCount", deployment.runningCount());
        view.put("pendingTaskCount", deployment.pendingCount());
        return view;
    }

    static ObjectNode revision(Service service, Deployment maker) {
        Revision revision = maker.revision;
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("serviceRevisionArn", revisionArn(service, revision));
        view.put("serviceArn", service.arn());
        view.put("clusterArn", service.realm.arn("cluster/" + service.cluster));
        view.put("taskDefinition", revision.definition().arn());
        view.put("platformVersion", TaskView.PLATFORM_VERSION);
        view.put("platformFamily", "Linux");
        view.set("createdAt", Stamp.EPOCH.of(maker.createdAt));
        for (String member : OF_REVISION) {
            if (revision.settings().has(member)) {
                view.set(member, revision.at(member));
            }
        }
        return view;
    }

    private static String monitor(Deployment deployment) {
        return switch (deployment.state) {
            case IN_PROGRESS -> "MONITORING";
            case COMPLETED -> "MONITORING_COMPLETE";
            case FAILED -> "TRIGGERED";
        };
    }
}
