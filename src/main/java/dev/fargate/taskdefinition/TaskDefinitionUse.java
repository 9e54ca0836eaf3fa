package dev.fargate.taskdefinition;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who uses a FargateTaskDefinition. */
public interface TaskDefinitionUse {

    /** {@code namespace/name} of the services that name it, in order. */
    List<String> services(String namespace, String name);

    /** The revisions that deployments of those services use; empty while one of the services was not looked at. */
    Optional<Set<String>> revisions(String namespace, String name);
}
