package dev.fargate.simulator.ecs.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.EcsEvent;
import dev.fargate.simulator.ecs.Target;
import dev.fargate.simulator.ecs.stage.Stage;
import dev.fargate.simulator.ecs.task.Task;
import dev.fargate.simulator.ecs.wire.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what happens to a service: in its own event list, and to EventBridge.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
 */
final class Herald {
    private final Stage stage;

    Herald(Stage stage) {
        this.stage = stage;
    }

    void say(Service service, String message) {
        service.events.add(stage.ids().uuid(), stage.now(), "(service " + service.name + ") " + message);
    }

    void started(Service service, List<Task> tasks) {
        say(service, "has started " + tasks.size() + " tasks: " + names(tasks));
    }

    void stopped(Service service, List<Task> tasks) {
        say(service, "has stopped " + tasks.size() + " running tasks: " + names(tasks));
    }

    void steady(Service service) {
        say(service, "has reached a steady state.");
        action(service, "INFO", "SERVICE_STEADY_STATE", Optional.empty());
    }

    void impaired(Service service) {
        say(service, "is unable to consistently start tasks successfully.");
        action(service, "WARN", "SERVICE_TASK_START_IMPAIRED", Optional.empty());
    }

    void notPlaced(Service service, String reason) {
        // ECS ends the sentence whether or not the reason has ended it.
        say(service, "was unable to place a task. Reason: " + reason + (reason.endsWith(".") ? "" : "."));
    }

    void noCapacity(Service service, String reason) {
        notPlaced(service, reason);
        action(service, "ERROR", "SERVICE_TASK_PLACEMENT_FAILURE", Optional.of("RESOURCE:FARGATE"));
    }

    /** Tells the target groups and the event list about a task's target. */
    void targets(Service service, Deployment deployment, Task task, boolean register) {
        deployment.revision.at("loadBalancers").forEach(balancer -> {
            String group = balancer.path("targetGroupArn").asText();
            List<Target> target =
                    List.of(new Target(task.ip(), balancer.path("containerPort").asInt()));
            stage.around()
                    .targetsChanged(
                            service.realm.itself(),
                            group,
                            register ? target : List.of(),
                            register ? List.of() : target);
            if (!register) {
                say(service, "has begun draining connections on 1 tasks.");
            }
            say(service, (register ? "registered" : "deregistered") + " 1 targets in (target-group " + group + ")");
        });
    }

    void completed(Service service, Deployment deployment) {
        say(service, "(deployment " + deployment.id + ") deployment completed.");
        deployment(service, deployment, "INFO", "SERVICE_DEPLOYMENT_COMPLETED");
    }

    void failed(Service service, Deployment deployment) {
        say(service, "(deployment " + deployment.id + ") deployment failed: tasks failed to start.");
        deployment(service, deployment, "ERROR", "SERVICE_DEPLOYMENT_FAILED");
    }

    void inProgress(Service service, Deployment deployment) {
        deployment(service, deployment, "INFO", "SERVICE_DEPLOYMENT_IN_PROGRESS");
    }

    private void action(Service service, String type, String name, Optional<String> reason) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("eventType", type);
        detail.put("eventName", name);
        detail.put("clusterArn", service.realm.arn("cluster/" + service.cluster));
        detail.set("createdAt", Stamp.ISO.of(stage.now()));
        reason.ifPresent(why -> detail.put("reason", why));
        emit(service, "ECS Service Action", detail);
    }

    private void deployment(Service service, Deployment deployment, String type, String name) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("eventType", type);
        detail.put("eventName", name);
        detail.put("deploymentId", deployment.id);
        detail.set("updatedAt", Stamp.ISO.of(stage.now()));
        detail.put("reason", deployment.reason);
        emit(service, "ECS Deployment State Change", detail);
    }

    private void emit(Service service, String type, ObjectNode detail) {
        stage.around()
                .emit(new EcsEvent(
                        type,
                        List.of(service.arn()),
                        detail,
                        stage.now(),
                        service.realm.accountId(),
                        service.realm.region()));
    }

    private static String names(List<Task> tasks) {
        return tasks.stream().map(task -> "(task " + task.id() + ")").collect(Collectors.joining(" ", "", "."));
    }
}
