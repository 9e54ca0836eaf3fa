package dev.fargate.taskdefinition;

import dev.fargate.api.FargateTaskDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who uses a FargateTaskDefinition. */
public interface TaskDefinitionUse {

    /** {@code namespace/name} of the services that name it, in order. */
    List<String> services(String namespace, String name);

    /**
     * The revisions that deployments of services run, or are about to, each with {@code namespace/name} of such a service. It may name
     * the task definition, run a revision of it by ARN, or have named it before and still be rolling. Empty while a service that may
     * run one of its revisions was not looked at.
     */
    Optional<Map<String, String>> revisions(FargateTaskDefinition definition);
}
