package dev.fargate.simulator.ecs.task;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tasks of one cluster, those that stopped within the last hour included. */
public final class TaskBook {
    private final NavigableMap<String, Task> tasks = new TreeMap<>();

    void add(Task task) {
        tasks.put(task.id(), task);
    }

    void remove(Task task) {
        tasks.remove(task.id());
    }

    /** By id or ARN. */
    public Optional<Task> find(String reference) {
        return Optional.ofNullable(tasks.get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    public Stream<Task> all() {
        return tasks.values().stream();
    }

    public Stream<Task> after(String id) {
        return tasks.tailMap(id, false).values().stream();
    }
}
