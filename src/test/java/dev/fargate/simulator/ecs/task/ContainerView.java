package dev.fargate.simulator.ecs.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.taskdefinition.TaskShape;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.CRC32;

/** A container of a task: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Container.html */
final class ContainerView {
    private ContainerView() {}

    static ObjectNode of(Task task, TaskShape.Container container) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        String id = uuid(task, container.name().hashCode() | 1);
        view.put(
                "containerArn",
                task.launch().realm().arn("container/" + task.launch().cluster() + "/" + task.id() + "/" + id));
        view.put("taskArn", task.arn());
        view.put("name", container.name());
        view.put("image", container.image());
        if (task.started()) {
            view.put("imageDigest", digest(container.image()));
            view.put(
                    "runtimeId",
                    task.id() + "-" + Integer.toUnsignedString(container.name().hashCode()));
        }
        view.put("lastStatus", status(task));
        task.stop().filter(stop -> !task.pending()).ifPresent(stop -> ended(view, task, container, stop));
        view.putArray("networkBindings");
        if (task.attachedAt.isPresent()) {
            view.putArray("networkInterfaces")
                    .addObject()
                    .put("attachmentId", uuid(task, 0))
                    .put("privateIpv4Address", task.ip());
        } else {
            view.putArray("networkInterfaces");
        }
        view.put("healthStatus", health(task, container.healthChecked()));
        view.put("cpu", "0");
        return view;
    }

    static String health(Task task, boolean checked) {
        if (!checked || !task.started()) {
            return "UNKNOWN";
        }
        return task.unhealthy ? "UNHEALTHY" : task.healthy ? "HEALTHY" : "UNKNOWN";
    }

    /** An id that follows from the task's own, so that nobody has to keep it. */
    static String uuid(Task task, int salt) {
        return UUID.nameUUIDFromBytes((task.id() + salt).getBytes(UTF_8)).toString();
    }

    private static String status(Task task) {
        return switch (task.status()) {
            case PROVISIONING, PENDING -> "PENDING";
            case RUNNING, DEACTIVATING, STOPPING -> "RUNNING";
            case DEPROVISIONING, STOPPED -> "STOPPED";
        };
    }

    private static void ended(ObjectNode view, Task task, TaskShape.Container container, Stop stop) {
        boolean culprit = stop.container().map(container.name()::equals).orElse(true);
        boolean over = task.status().compareTo(TaskStatus.DEPROVISIONING) >= 0;
        if (culprit) {
            stop.containerReason().ifPresent(reason -> view.put("reason", reason));
        }
        if (task.started() && (over || (culprit && stop.container().isPresent()))) {
            // The others are stopped with SIGTERM when an essential one has ended.
            stop.exitCode().ifPresent(code -> view.put("exitCode", culprit ? code : Integer.valueOf(143)));
        }
    }

    private static String digest(String image) {
        CRC32 sum = new CRC32();
        sum.update(image.getBytes(UTF_8));
        return "sha256:" + HexFormat.of().toHexDigits(sum.getValue()).repeat(8);
    }
}
