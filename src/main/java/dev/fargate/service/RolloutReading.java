package dev.fargate.service;

import dev.fargate.api.Api;
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
    private static final String STOPPED = "It was stopped, as the annotation " + Api.STOP_DEPLOYMENT_AT
            + " asked, and ECS goes back to the revision before.";

    private RolloutReading() {}

    static Optional<Deployment> primary(Service service) {
        return service.deployments().stream()
                .filter(deployment -> PRIMARY.equals(deployment.status()))
                .findFirst();
    }

    /** The revision that the primary deployment has brought to its end. */
    static Optional<String> completed(Service service) {
        return primary(service)
                .filter(primary -> state(primary, service) == RolloutState.COMPLETED)
                .map(Deployment::taskDefinition);
    }

    /**
     * What a rollout is read against.
     *
     * @param hash names the desired settings
     * @param matches whether the live settings are the desired ones, so that the primary deployment is theirs
     * @param environment names the environment that the settings were made with
     * @param inWave whether a rollout that begins now brings a change of the environment
     * @param restartAt when another rollout of the same settings was asked for
     */
    record Wanted(String hash, boolean matches, Optional<Instant> restartAt, String environment, boolean inWave) {}

    /**
     * The rollout as it stands.
     *
     * @param before what was recorded of it
     */
    static Optional<Rollout> read(Optional<Rollout> before, Wanted wanted, Service service) {
        return primary(service).map(primary -> {
            Optional<Rollout> replaced = before.filter(known -> !primary.id().equals(known.id()));
            Optional<Rollout> remembered = replaced.filter(known -> known.state() == RolloutState.FAILED)
                    .filter(failed -> !overcome(failed, wanted, primary, service));
            return remembered.orElseGet(() -> replaced.filter(known -> known.state() == RolloutState.IN_PROGRESS)
                    .filter(known -> !wanted.matches() || wanted.hash().equals(known.hash()))
                    .flatMap(known ->
                            failure(known, primary, service).map(reason -> rolledBack(known, reason, cause(service))))
                    .orElseGet(() -> current(before, wanted, primary, service)));
        });
    }

    /** A failure is remembered, though its traces in ECS go, until other settings, a restart or a success take its place. */
    private static boolean overcome(Rollout failed, Wanted wanted, Deployment primary, Service service) {
        boolean restarted = wanted.restartAt()
                .filter(at ->
                        failed.since() == null || Instant.parse(failed.since()).isBefore(at))
                .filter(at ->
                        primary.createdAt() != null && !primary.createdAt().isBefore(at))
                .isPresent();
        return wanted.matches()
                && (restarted
                        || !wanted.hash().equals(failed.hash())
                        || state(primary, service) == RolloutState.COMPLETED);
    }

    /** The same memory with its rollout stopped: the content is not tried again, as if it had failed. */
    static Memory stopped(Memory memory) {
        return memory.rollout()
                .map(ours -> memory.withRollout(rolledBack(ours, STOPPED, Optional.empty())))
                .orElse(memory);
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
                ours.hash(),
                ours.environment(),
                ours.wave());
    }

    private static Rollout current(Optional<Rollout> before, Wanted wanted, Deployment primary, Service service) {
        Optional<Rollout> same = before.filter(known -> primary.id().equals(known.id()));
        // Stopped, and ECS has not begun to go back: a deployment that failed never goes on.
        if (same.filter(known -> known.state() == RolloutState.FAILED).isPresent()
                && state(primary, service) == RolloutState.IN_PROGRESS) {
            return same.get();
        }
        String hash = wanted.matches() ? wanted.hash() : same.map(Rollout::hash).orElse(null);
        boolean settled = same.map(Rollout::steady).orElse(false);
        RolloutState state = settled ? RolloutState.COMPLETED : state(primary, service);
        boolean reached = service.runningCount().equals(service.desiredCount());
        boolean steady = settled || (state == RolloutState.COMPLETED && reached);
        return new Rollout(
                primary.id(),
                hash,
                state,
                since(primary),
                primary.failedTasks() == null || primary.failedTasks() == 0 ? null : primary.failedTasks(),
                state == RolloutState.COMPLETED ? null : primary.rolloutStateReason(),
                steady ? Boolean.TRUE : null,
                scaledTo(before, service, reached && state == RolloutState.COMPLETED),
                state == RolloutState.FAILED ? hash : null,
                same.isPresent() ? same.get().environment() : wanted.matches() ? wanted.environment() : null,
                same.isPresent() ? same.get().wave() : wanted.inWave() ? Boolean.TRUE : null);
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
