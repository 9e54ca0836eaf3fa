package dev.fargate.aws;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** ECS task definitions. */
public interface TaskDefinitions {

    /** RegisterTaskDefinition: not idempotent, each call makes a revision. */
    TaskDefinition register(RegisterTaskDefinitionRequest request);

    /** DescribeTaskDefinition with TAGS; for a family the newest ACTIVE revision. Empty when AWS knows none. */
    Optional<Revision> describe(String familyOrArn);

    void deregister(String arn);

    /** ListTaskDefinitions with status ACTIVE, page by page; returns only if all pages were read. */
    void listActive(Consumer<String> arns);

    /** A revision with its tags. */
    record Revision(TaskDefinition definition, Map<String, String> tags) {}
}
