package dev.fargate.simulator.ecs.service;

import dev.fargate.simulator.ecs.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One deployment of a service: PRIMARY, or ACTIVE while it is being replaced. Only {@link Scheduler} changes it. */
final class Deployment {
    /** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html */
    enum RolloutState {
        IN_PROGRESS,
        COMPLETED,
        FAILED
    }

    final String id;
    final Revision revision;
    final Instant createdAt;
    final boolean rollback;
    final List<Task> tasks = new ArrayList<>(2);

    RolloutState state = RolloutState.IN_PROGRESS;
    String reason;
    Instant updatedAt;
    int failedTasks;
    int failuresInARow;
    boolean everHealthy;
    Instant notBefore = Instant.EPOCH;

    Deployment(String id, Revision revision, Instant createdAt, boolean rollback) {
        this.id = id;
        this.revision = revision;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.rollback = rollback;
        this.reason = "ECS deployment " + id + " in progress.";
    }

    /** The id without its prefix. */
    String digits() {
        return id.substring(id.indexOf('/') + 1);
    }

    boolean inProgress() {
        return state == RolloutState.IN_PROGRESS;
    }

    boolean failed() {
        return state == RolloutState.FAILED;
    }

    void turn(RolloutState to, String because, Instant now) {
        state = to;
        reason = because;
        updatedAt = now;
    }

    Stream<Task> wanted() {
        return tasks.stream().filter(Task::wanted);
    }

    int wantedCount() {
        return (int) wanted().count();
    }

    int runningCount() {
        return (int) tasks.stream().filter(Task::running).count();
    }

    int pendingCount() {
        return (int) wanted().filter(Task::pending).count();
    }

    int healthyCount() {
        return (int) wanted().filter(Task::healthy).count();
    }
}
