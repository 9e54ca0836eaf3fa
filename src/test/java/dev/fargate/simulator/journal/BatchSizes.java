package dev.fargate.simulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many things the calls that take a list asked for. */
final class BatchSizes {
    private static final Map<String, String> LISTS = Map.of(
            "DescribeServices", "services",
            "DescribeTasks", "tasks",
            "DescribeClusters", "clusters",
            "DescribeServiceDeployments", "serviceDeploymentArns",
            "DescribeServiceRevisions", "serviceRevisionArns",
            "DeleteTaskDefinitions", "taskDefinitions");

    private final Map<String, Batches> byOperation = new ConcurrentHashMap<>();

    void note(String operation, JsonNode body) {
        String list = LISTS.get(operation);
        if (list != null) {
            int items = body.path(list).size();
            byOperation.merge(operation, new Batches(operation, 1, items, items), Batches::plus);
        }
    }

    List<Batches> list() {
        return byOperation.values().stream().toList();
    }

    void reset() {
        byOperation.clear();
    }

    /** Calls of an operation, the items they asked for together, and the most that one asked for. */
    record Batches(String operation, long calls, long items, int largest) {
        Batches plus(Batches other) {
            return new Batches(operation, calls + other.calls, items + other.items, Math.max(largest, other.largest));
        }
    }
}
