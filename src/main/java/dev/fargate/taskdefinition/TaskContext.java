package dev.fargate.taskdefinition;

import dev.fargate.api.WorkloadDefaults;
import java.util.Map;

/**
 * What a task takes from around it.
 *
 * @param family the task definition's family
 * @param defaults what the environment gives where the task says nothing
 * @param tags the tags of the revision, without its content hash
 */
public record TaskContext(
        String namespace,
        String name,
        String family,
        String region,
        WorkloadDefaults defaults,
        Map<String, String> tags) {

    public TaskContext {
        tags = Map.copyOf(tags);
    }
}
