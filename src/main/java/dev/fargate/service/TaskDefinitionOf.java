package dev.fargate.service;

import dev.fargate.api.FargateTaskDefinition;
import java.util.Optional;

/** What is known of the task definitions that services name. */
public interface TaskDefinitionOf {
    Optional<FargateTaskDefinition> find(String namespace, String name);
}
