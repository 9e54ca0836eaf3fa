package dev.fargate.simulator.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.taskdefinition.TaskShape;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What becomes of a task by the commands of its containers: one that ends with {@code exit N} ends so. */
final class Commands {
    private Commands() {}

    /** The fate of a task; a command of RunTask's overrides stands for the definition's. */
    static Fate fate(List<TaskShape.Container> containers, JsonNode overrides) {
        return containers.stream()
                .filter(TaskShape.Container::essential)
                .flatMap(container -> exit(container, overrides).stream()
                        .map(code -> (Fate) new Fate.Exits(container.name(), code, Optional.empty())))
                .findFirst()
                .orElseGet(Fate.Runs::new);
    }

    private static Optional<Integer> exit(TaskShape.Container container, JsonNode overrides) {
        return StreamSupport.stream(overrides.path("containerOverrides").spliterator(), false)
                .filter(override -> override.path("name").asText().equals(container.name()))
                .filter(override -> !override.path("command").isEmpty())
                .findFirst()
                .map(override -> TaskShape.exit(override.path("command")))
                .orElseGet(container::exit);
    }
}
