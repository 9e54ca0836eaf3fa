package dev.fargate.simulator.ecs;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param provisioning from a task's creation until its network interface is attached
 * @param pending pulling images and starting containers
 * @param healthy from RUNNING until a deployment may count the task as healthy
 * @param stopping from the decision to stop a task until its containers have ended
 * @param draining how long a target is taken out of its group before its container is stopped
 * @param visibility how long an own create may be MISSING in a describe; zero for a consistent ECS
 */
public record Pace(
        Duration provisioning,
        Duration pending,
        Duration healthy,
        Duration stopping,
        Duration draining,
        Duration visibility) {

    private static final Duration DEFAULT_ROLLOUT = Duration.ofSeconds(5);

    /** A rollout of one task in five seconds. */
    public static Pace standard() {
        return ofRollout(DEFAULT_ROLLOUT);
    }

    /**
     * A pace at which the rollout of a service of one task is COMPLETED after this long; behind a load balancer, the
     * replaced task's draining adds a tenth.
     */
    public static Pace ofRollout(Duration total) {
        Duration tenth = total.dividedBy(10);
        Duration provisioning = tenth.multipliedBy(2);
        Duration pending = tenth.multipliedBy(5);
        Duration healthy = total.minus(provisioning).minus(pending);
        return new Pace(provisioning, pending, healthy, tenth, tenth, Duration.ZERO);
    }

    /** The same pace with replies that lag behind creates by this much. */
    public Pace withVisibility(Duration lag) {
        return new Pace(provisioning, pending, healthy, stopping, draining, lag);
    }
}
