package dev.fargate.taskdefinition;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/**
 * A revision as it should be.
 *
 * @param request what RegisterTaskDefinition is asked for, its tags included
 * @param hash the content hash of the request
 * @param logGroups log groups to be made before the first task starts
 */
public record DesiredTaskDefinition(RegisterTaskDefinitionRequest request, String hash, List<LogGroup> logGroups) {

    public DesiredTaskDefinition {
        logGroups = List.copyOf(logGroups);
    }

    /** One log group of CloudWatch Logs. */
    public record LogGroup(String name, OptionalInt retentionInDays, Map<String, String> tags) {}
}
