package dev.fargate.simulator.ecs.service;

import dev.fargate.simulator.ecs.stage.Stage;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts failures of a deployment, and ends it when they are too many.
 *
 * <p>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html
 */
final class Breaker {
    private static final int LEAST_THRESHOLD = 3;
    private static final int MOST_THRESHOLD = 200;
    private static final int FREE_TRIES = 3;
    private static final int LAST_DOUBLING = 20;
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Stage stage;
    private final Herald herald;

    Breaker(Stage stage, Herald herald) {
        this.stage = stage;
        this.herald = herald;
    }

    /** Half the desired count, but at least 3 and at most 200. */
    static int threshold(int desiredCount) {
        return Math.max(LEAST_THRESHOLD, Math.min(MOST_THRESHOLD, (desiredCount + 1) / 2));
    }

    /**
     * Counts one failure.
     *
     * @param counts whether it is one of the failures that can end the deployment
     * @return the deployment that takes over, if this failure ends the current one and there is one to go back to
     */
    Optional<Deployment> failed(Service service, Deployment deployment, boolean counts) {
        deployment.failedTasks += counts ? 1 : 0;
        deployment.failuresInARow++;
        deployment.updatedAt = stage.now();
        boolean enabled = service.breaker().path("enable").asBoolean(false);
        if (enabled && deployment.inProgress() && deployment.failedTasks >= threshold(service.desiredCount)) {
            return trip(service, deployment);
        }
        slowDown(service, deployment);
        return Optional.empty();
    }

    private Optional<Deployment> trip(Service service, Deployment deployment) {
        deployment.turn(
                Deployment.RolloutState.FAILED, "ECS deployment circuit breaker: tasks failed to start.", stage.now());
        herald.failed(service, deployment);
        boolean back = service.breaker().path("rollback").asBoolean(false);
        return back && !deployment.rollback ? goingBack(service, "ECS deployment circuit breaker: ") : Optional.empty();
    }

    /** A deployment of the last completed revision, if there is one. */
    Optional<Deployment> goingBack(Service service, String who) {
        return service.lastCompleted.map(good -> {
            herald.say(service, "rolling back to deployment " + good.deploymentId() + ".");
            Deployment rollback = new Deployment(stage.ids().deployment(), good.revision(), stage.now(), true);
            rollback.reason = who + "rolling back to deploymentId " + good.deploymentId() + ".";
            return rollback;
        });
    }

    private void slowDown(Service service, Deployment deployment) {
        int over = deployment.failuresInARow - Math.max(FREE_TRIES, threshold(service.desiredCount));
        if (over < 0) {
            return;
        }
        herald.impaired(service);
        Duration first = stage.pace().provisioning().plus(stage.pace().pending());
        // At a pace of nothing, a service that keeps failing must not keep the simulator from everything else.
        Duration unit = first.compareTo(SHORTEST_WAIT) > 0 ? first : SHORTEST_WAIT;
        Duration wait = unit.multipliedBy(1L << Math.min(over, LAST_DOUBLING));
        deployment.notBefore = stage.now().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
}
