package dev.fargate.simulator.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.taskdefinition.TaskShape;
import dev.fargate.simulator.ecs.wire.Stamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A task as replies and events show it: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html */
public final class TaskView {
    /** The platform that LATEST stands for on Linux. */
    public static final String PLATFORM_VERSION = "1.4.0";

    private TaskView() {}

    public static ObjectNode of(Task task, Stamp stamp) {
        Launch launch = task.launch();
        TaskShape shape = task.shape();
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.putArray("attachments").add(attachment(task));
        view.putArray("attributes")
                .addObject()
                .put("name", "ecs.cpu-architecture")
                .put("value", shape.architecture().toLowerCase(Locale.ROOT));
        view.put("availabilityZone", task.zone());
        launch.provider().ifPresent(provider -> view.put("capacityProviderName", provider));
        view.put("clusterArn", launch.realm().arn("cluster/" + launch.cluster()));
        task.attachedAt.ifPresent(at -> view.put("connectivity", "CONNECTED").set("connectivityAt", stamp.of(at)));
        ArrayNode containers = view.putArray("containers");
        shape.containers().forEach(container -> containers.add(ContainerView.of(task, container)));
        view.put("cpu", launch.overrides().path("cpu").asText(shape.cpu()));
        view.put("memory", launch.overrides().path("memory").asText(shape.memory()));
        view.set("createdAt", stamp.of(task.createdAt()));
        view.put("desiredStatus", task.wanted() ? "RUNNING" : "STOPPED");
        view.put("enableExecuteCommand", launch.exec());
        view.put("group", launch.group());
        view.put("healthStatus", ContainerView.health(task, Lifecycle.healthChecked(task)));
        view.putArray("inferenceAccelerators");
        view.put("lastStatus", task.status().name());
        view.put("launchType", "FARGATE");
        view.set("overrides", overrides(task));
        view.put("platformVersion", PLATFORM_VERSION);
        view.put("platformFamily", "Linux");
        // Images are pulled while the task is PENDING.
        time(view, "pullStartedAt", task.attachedAt, stamp);
        time(view, "pullStoppedAt", task.startedAt, stamp);
        time(view, "startedAt", task.startedAt, stamp);
        launch.startedBy().ifPresent(by -> view.put("startedBy", by));
        time(view, "stoppingAt", task.stoppingAt, stamp);
        time(view, "stoppedAt", task.stoppedAt, stamp);
        if (task.started()) {
            time(view, "executionStoppedAt", task.stoppedAt, stamp);
        }
        task.stop().ifPresent(stop -> view.put("stopCode", stop.code()).put("stoppedReason", stop.reason()));
        view.putArray("tags");
        view.put("taskArn", task.arn());
        view.put("taskDefinitionArn", launch.definition().arn());
        view.put("version", task.version);
        view.putObject("ephemeralStorage").put("sizeInGiB", shape.storageGiB());
        view.putObject("fargateEphemeralStorage").put("sizeInGiB", shape.storageGiB());
        return view;
    }

    private static ObjectNode attachment(Task task) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("id", ContainerView.uuid(task, 0));
        view.put("type", "ElasticNetworkInterface");
        boolean attached = task.attachedAt.isPresent();
        boolean gone = task.status() == TaskStatus.STOPPED;
        view.put("status", gone ? "DELETED" : attached ? "ATTACHED" : "PRECREATED");
        ArrayNode details = view.putArray("details");
        detail(details, "subnetId", task.subnet());
        if (attached) {
            detail(details, "networkInterfaceId", task.networkInterface());
            detail(details, "macAddress", task.macAddress());
            detail(details, "privateDnsName", "ip-" + task.ip().replace('.', '-') + ".ec2.internal");
            detail(details, "privateIPv4Address", task.ip());
        }
        return view;
    }

    private static void detail(ArrayNode details, String name, String value) {
        details.addObject().put("name", name).put("value", value);
    }

    private static JsonNode overrides(Task task) {
        ObjectNode view = task.launch().overrides().deepCopy();
        if (!view.has("containerOverrides")) {
            ArrayNode containers = view.putArray("containerOverrides");
            task.shape()
                    .containers()
                    .forEach(container -> containers.addObject().put("name", container.name()));
        }
        view.putArray("inferenceAcceleratorOverrides");
        return view;
    }

    private static void time(ObjectNode view, String member, Optional<Instant> at, Stamp stamp) {
        at.ifPresent(time -> view.set(member, stamp.of(time)));
    }
}
