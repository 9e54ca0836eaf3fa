package dev.fargate.simulator.ecs.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.service.ServiceBook;
import dev.fargate.simulator.ecs.service.ServiceHome;
import dev.fargate.simulator.ecs.task.Task;
import dev.fargate.simulator.ecs.task.TaskBook;
import dev.fargate.simulator.ecs.task.TaskHome;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Request;
import dev.fargate.simulator.ecs.wire.Tags;
import java.time.Instant;
import java.util.List;

/** One cluster: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html */
public final class Cluster {
    private final Realm realm;
    private final String name;
    private final Instant createdAt;
    private final ServiceBook services = new ServiceBook();
    private final TaskBook tasks = new TaskBook();
    private final Tags tags;

    boolean active = true;
    JsonNode settings;
    JsonNode configuration;
    JsonNode connect;
    JsonNode providers;
    JsonNode strategy;

    Cluster(Realm realm, String name, Instant createdAt, Tags tags) {
        this.realm = realm;
        this.name = name;
        this.createdAt = createdAt;
        this.tags = tags;
    }

    public String name() {
        return name;
    }

    public String arn() {
        return realm.arn("cluster/" + name);
    }

    public boolean active() {
        return active;
    }

    public Tags tags() {
        return tags;
    }

    public ServiceBook services() {
        return services;
    }

    public TaskBook tasks() {
        return tasks;
    }

    Instant createdAt() {
        return createdAt;
    }

    public ServiceHome serviceHome() {
        return new ServiceHome(name, services, tasks, strategy, Request.texts(providers));
    }

    public TaskHome taskHome() {
        List<String> names = Request.texts(providers);
        return new TaskHome(
                name, tasks, strategy, names, service -> services.find(service).isPresent());
    }

    /** The cluster as replies show it; what {@code include} does not name comes as an empty list. */
    ObjectNode view(List<String> include) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("clusterArn", arn());
        view.put("clusterName", name);
        view.put("status", active ? "ACTIVE" : "INACTIVE");
        view.put("registeredContainerInstancesCount", 0);
        view.put("runningTasksCount", tasks.all().filter(Task::running).count());
        view.put(
                "pendingTasksCount",
                tasks.all().filter(Task::wanted).filter(Task::pending).count());
        view.put("activeServicesCount", services.activeCount());
        view.putArray("statistics");
        ArrayNode none = JsonNodeFactory.instance.arrayNode();
        view.set("tags", include.contains("TAGS") ? tags.view() : none);
        view.set("settings", include.contains("SETTINGS") ? settings : none);
        if (include.contains("CONFIGURATIONS") && !configuration.isEmpty()) {
            view.set("configuration", configuration);
        }
        if (include.contains("ATTACHMENTS")) {
            view.putArray("attachments");
            view.put("attachmentsStatus", "UPDATE_COMPLETE");
        }
        view.set("capacityProviders", providers);
        view.set("defaultCapacityProviderStrategy", strategy);
        if (!connect.isEmpty()) {
            view.set("serviceConnectDefaults", connect);
        }
        return view;
    }
}
