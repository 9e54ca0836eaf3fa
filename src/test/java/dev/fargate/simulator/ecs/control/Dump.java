package dev.fargate.simulator.ecs.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fargate.simulator.ecs.cluster.Cluster;
import dev.fargate.simulator.ecs.cluster.Estate;

/** Names and states of everything in an estate, in order, so that two dumps can be compared as text. */
public final class Dump {
    private Dump() {}

    public static ObjectNode of(Estate estate) {
        ObjectNode dump = JsonNodeFactory.instance.objectNode();
        ArrayNode clusters = dump.putArray("clusters");
        ArrayNode services = dump.putArray("services");
        ArrayNode tasks = dump.putArray("tasks");
        estate.clusters().forEach(cluster -> {
            entry(clusters, cluster.arn(), cluster.active() ? "ACTIVE" : "INACTIVE");
            contents(cluster, services, tasks);
        });
        ArrayNode definitions = dump.putArray("taskDefinitions");
        estate.families()
                .all()
                .forEach(one -> entry(definitions, one.arn(), one.status().name()));
        return dump;
    }

    private static void contents(Cluster cluster, ArrayNode services, ArrayNode tasks) {
        cluster.services()
                .all()
                .forEach(service ->
                        entry(services, service.arn(), service.status().name()));
        cluster.tasks()
                .all()
                .forEach(task -> entry(tasks, task.arn(), task.status().name()));
    }

    private static void entry(ArrayNode list, String arn, String status) {
        list.addObject().put("arn", arn).put("status", status);
    }
}
