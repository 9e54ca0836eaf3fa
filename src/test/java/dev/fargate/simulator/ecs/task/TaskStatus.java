package dev.fargate.simulator.ecs.task;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
public enum TaskStatus {
    PROVISIONING,
    PENDING,
    RUNNING,
    DEACTIVATING,
    STOPPING,
    DEPROVISIONING,
    STOPPED
}
