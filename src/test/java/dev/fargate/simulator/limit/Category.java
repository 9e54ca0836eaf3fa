package dev.fargate.simulator.limit;

import java.util.Optional;

/**
 * The categories in which ECS counts requests, per account and region.
 *
 * <p>Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
public enum Category {
    CLUSTER_MODIFY(20, 1),
    CLUSTER_READ(50, 20),
    TASK_DEFINITION_MODIFY(20, 1),
    TASK_DEFINITION_READ(50, 20),
    TASK_DEFINITION_DELETE(5, 1),
    TAG_MODIFY(20, 10),
    TAG_READ(50, 20),
    CLUSTER_RESOURCE_MODIFY(100, 40),
    CLUSTER_RESOURCE_READ(100, 20),
    SERVICE_MODIFY(50, 5),
    SERVICE_READ(100, 20),
    SERVICE_DEPLOYMENT_READ(50, 20),
    SERVICE_REVISION_READ(50, 20),
    TASK_PROTECTION(200, 80),
    /**
     * Calls of RunTask for Fargate, besides their category.
     *
     * <p>Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/throttling.html
     */
    FARGATE_RUN_TASK(20, 20),
    /** Tasks that RunTask starts on Fargate; same source. Spot's own bucket is not kept apart. */
    FARGATE_LAUNCH(100, 20);

    private final int burst;
    private final int refillPerSecond;

    Category(int burst, int refillPerSecond) {
        this.burst = burst;
        this.refillPerSecond = refillPerSecond;
    }

    int burst() {
        return burst;
    }

    int refillPerSecond() {
        return refillPerSecond;
    }

    /** The category of an operation of ECS; empty for those without a published limit. */
    static Optional<Category> of(String operation) {
        return Optional.ofNullable(
                switch (operation) {
                    case "CreateCluster",
                            "DeleteCluster",
                            "PutClusterCapacityProviders",
                            "UpdateCluster",
                            "UpdateClusterSettings" -> CLUSTER_MODIFY;
                    case "DescribeClusters", "ListClusters" -> CLUSTER_READ;
                    case "RegisterTaskDefinition", "DeregisterTaskDefinition" -> TASK_DEFINITION_MODIFY;
                    case "DescribeTaskDefinition", "ListTaskDefinitions", "ListTaskDefinitionFamilies" ->
                        TASK_DEFINITION_READ;
                    case "DeleteTaskDefinitions" -> TASK_DEFINITION_DELETE;
                    case "TagResource", "UntagResource" -> TAG_MODIFY;
                    case "ListTagsForResource" -> TAG_READ;
                    case "RunTask", "StopTask", "ExecuteCommand" -> CLUSTER_RESOURCE_MODIFY;
                    case "DescribeTasks", "ListTasks" -> CLUSTER_RESOURCE_READ;
                    case "CreateService", "UpdateService", "DeleteService" -> SERVICE_MODIFY;
                    case "DescribeServices", "ListServices" -> SERVICE_READ;
                    case "DescribeServiceDeployments", "ListServiceDeployments" -> SERVICE_DEPLOYMENT_READ;
                    case "DescribeServiceRevisions" -> SERVICE_REVISION_READ;
                    case "UpdateTaskProtection", "GetTaskProtection" -> TASK_PROTECTION;
                    default -> null;
                });
    }
}
