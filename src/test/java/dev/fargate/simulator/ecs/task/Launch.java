package dev.fargate.simulator.ecs.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fargate.simulator.ecs.taskdefinition.TaskDefinition;
import dev.fargate.simulator.ecs.wire.Realm;
import dev.fargate.simulator.ecs.wire.Tags;
import java.util.Optional;

/**
 * What a task is started with.
 *
 * @param network the {@code awsvpcConfiguration}
 * @param provider the capacity provider; none with a launch type
 * @param overrides as RunTask gave them, or an empty object
 */
public record Launch(
        Realm realm,
        String cluster,
        TaskDefinition definition,
        String group,
        Optional<String> startedBy,
        JsonNode network,
        Optional<String> provider,
        JsonNode overrides,
        boolean exec,
        Tags tags) {}
