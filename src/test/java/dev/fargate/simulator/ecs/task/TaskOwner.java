package dev.fargate.simulator.ecs.task;

import java.time.Duration;
import java.util.Optional;

/** Who started a task and wants to know how it does. */
public interface TaskOwner {

    /** RunTask's caller, who has to look by himself. */
    TaskOwner NOBODY = new TaskOwner() {
        @Override
        public boolean balanced() {
            return false;
        }

        @Override
        public Duration grace() {
            return Duration.ZERO;
        }

        @Override
        public void running(Task task) {}

        @Override
        public void healthy(Task task) {}

        @Override
        public Optional<String> unhealthy(Task task, Fate fate) {
            return Optional.empty();
        }

        @Override
        public void stopping(Task task) {}

        @Override
        public void stopped(Task task) {}
    };

    /** Whether the task stands behind a load balancer, and so drains before it stops. */
    boolean balanced();

    /** How long failed checks of the load balancer are ignored. */
    Duration grace();

    void running(Task task);

    void healthy(Task task);

    /** The task fails its health checks: the reason to stop it for, or nothing to leave it. */
    Optional<String> unhealthy(Task task, Fate fate);

    void stopping(Task task);

    void stopped(Task task);
}
