package dev.fargate.service;

import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;

/**
 * Reads from a service how the rollout of the desired settings goes. After a circuit breaker's rollback the primary deployment is
 * another one than ours, on the earlier revision; the failure then stands in the old deployment while it drains, in the primary's
 * reason, or in the service's events, each with the id of our deployment.
 */
final class RolloutReading {
    private static final String REASON = "Reason: ";
    private static final String PRIMARY = "PRIMARY";

    private RolloutReading() {}

    static Optional<Deployment> primary(Service service) {
        return service.deployments().stream()
                .filter(deployment -> PRIMARY.equals(deployment.status()))
                .findFirst();
    }

    /**
     * The rollout as it stands.
     *
     * @param before what was recorded of it
     * @param desired names the desired settings
     * @param matches whether the live settings are the desired ones, so that the primary deployment is theirs
     */
    static Optional<Rollout> read(Optional<Rollout> before, String desired, boolean matches, Service service) {
        return primary(service).map(primary -> {
            if (!matches && before.filter(RolloutReading::isOver).isPresent()) {
                return before.get();
            }
            Optional<String> failure = before.filter(known -> !primary.id().equals(known.id()))
                    .filter(known -> known.state() == RolloutState.IN_PROGRESS)
                    .flatMap(known -> failure(known, primary, service));
            return failure.isPresent()
                    ? rolledBack(before.orElseThrow(), failure.get(), cause(service))
                    : current(before, desired, matches, primary, service);
        });
    }

    /** Failed and remembered: what ECS put in its place says nothing of it. */
    private static boolean isOver(Rollout rollout) {
        return rollout.state() == RolloutState.FAILED && rollout.failed() != null;
    }

    private static Rollout rolledBack(Rollout ours, String reason, Optional<String> cause) {
        return new Rollout(
                ours.id(),
                ours.hash(),
                RolloutState.FAILED,
                ours.since(),
                ours.failedTasks(),
                cause.map(words -> reason + " " + words).orElse(reason),
                null,
                ours.scaledTo(),
                ours.hash());
    }

    private static Rollout current(
            Optional<Rollout> before, String desired, boolean matches, Deployment primary, Service service) {
        Optional<Rollout> same = before.filter(known -> primary.id().equals(known.id()));
        String hash = matches ? desired : before.map(Rollout::hash).orElse(null);
        boolean settled = same.map(Rollout::steady).orElse(false);
        RolloutState state = settled ? RolloutState.COMPLETED : state(primary, service);
        boolean reached = service.runningCount().equals(service.desiredCount());
        boolean steady = settled || (state == RolloutState.COMPLETED && reached);
        // A new deployment of the desired settings is a new try; until then the failure stands.
        boolean anew = matches && same.isEmpty();
        return new Rollout(
                primary.id(),
                hash,
                state,
                since(primary),
                primary.failedTasks() == null || primary.failedTasks() == 0 ? null : primary.failedTasks(),
                state == RolloutState.COMPLETED ? null : primary.rolloutStateReason(),
                steady ? Boolean.TRUE : null,
                scaledTo(before, service, reached && state == RolloutState.COMPLETED),
                failed(before, hash, state, anew));
    }

    private static String failed(Optional<Rollout> before, String hash, RolloutState state, boolean anew) {
        if (state == RolloutState.FAILED) {
            return hash;
        }
        return anew ? null : before.map(Rollout::failed).orElse(null);
    }

    /** The baseline of health: the count that was last reached after a rollout, so that scaling out is not falling short. */
    private static Integer scaledTo(Optional<Rollout> before, Service service, boolean reached) {
        return reached
                ? service.desiredCount()
                : before.map(Rollout::scaledTo)
                        .map(count -> Math.min(count, service.desiredCount()))
                        .orElse(null);
    }

    private static RolloutState state(Deployment primary, Service service) {
        DeploymentRolloutState state = primary.rolloutState();
        if (state == DeploymentRolloutState.COMPLETED) {
            return RolloutState.COMPLETED;
        }
        if (state == DeploymentRolloutState.FAILED) {
            return RolloutState.FAILED;
        }
        boolean settled = state == null
                && service.deployments().size() == 1
                && service.runningCount().equals(service.desiredCount());
        return settled ? RolloutState.COMPLETED : RolloutState.IN_PROGRESS;
    }

    private static String since(Deployment deployment) {
        return deployment.createdAt() == null
                ? null
                : Instant.ofEpochSecond(deployment.createdAt().getEpochSecond()).toString();
    }

    /** Why tasks do not start, in ECS's words: the newest event that gives a reason. */
    static Optional<String> cause(Service service) {
        return service.events().stream()
                .map(ServiceEvent::message)
                .filter(message -> message.contains(REASON))
                .map(message -> message.substring(message.indexOf(REASON) + REASON.length()))
                .findFirst();
    }

    private static Optional<String> failure(Rollout ours, Deployment primary, Service service) {
        Optional<String> draining = service.deployments().stream()
                .filter(deployment -> deployment.id().equals(ours.id()))
                .filter(deployment -> deployment.rolloutState() == DeploymentRolloutState.FAILED)
                .map(Deployment::rolloutStateReason)
                .findFirst();
        return draining.or(() -> service.events().stream()
                        .map(ServiceEvent::message)
                        .filter(message -> message.contains(ours.id()) && message.contains("failed"))
                        .findFirst())
                .or(() -> Optional.ofNullable(primary.rolloutStateReason())
                        .filter(reason -> reason.contains("rolling back"))
                        .filter(reason -> ours.state() == RolloutState.IN_PROGRESS));
    }
}
