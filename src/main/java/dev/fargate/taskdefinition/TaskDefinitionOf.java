package dev.fargate.taskdefinition;

import dev.fargate.api.FargateTaskDefinition;
import java.util.Optional;

/** What is known of the task definitions that workloads name. */
public interface TaskDefinitionOf {
    Optional<FargateTaskDefinition> find(String namespace, String name);
}
