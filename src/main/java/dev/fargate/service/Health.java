package dev.fargate.service;

import dev.fargate.api.Api;
import dev.fargate.api.FargateServiceStatus.Rollout;
import dev.fargate.api.FargateServiceStatus.RolloutState;
import dev.fargate.engine.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * How a service of ours is, in one word and a sentence. Ready means that the rollout of the desired settings is COMPLETED and running
 * has reached desired once since; later it stays Ready while the minimum healthy share runs.
 */
record Health(State state, String reason, String message, Optional<String> scaling) {
    private static final String SCALED = "Scaled";
    /** What kept tasks from running longer ago has been made up for. */
    static final Duration RECENT = Duration.ofMinutes(15);

    /** What kstatus makes of it. */
    enum State {
        READY,
        WORKING,
        STALLED
    }

    static Health of(DesiredService desired, Memory memory, Service service, Instant now) {
        if (memory.rollout().isEmpty()) {
            return working("Creating", "ECS has no deployment for service " + service.serviceName() + " yet.");
        }
        Rollout rollout = memory.rollout().get();
        if (desired.rolloutHash().equals(rollout.failed())) {
            return new Health(
                    State.STALLED,
                    "RolloutFailed",
                    "Rollout %s failed: %s%s It is not tried again until the spec changes or %s is set. More: kubectl describe fsvc -n %s %s"
                            .formatted(
                                    rollout.id(),
                                    sentence(rollout.reason()),
                                    Blame.of(desired, memory, service, since(rollout))
                                            .map(meaning -> " " + meaning)
                                            .orElse(""),
                                    Api.RESTART_AT,
                                    desired.owner().namespace(),
                                    desired.owner().name()),
                    Optional.empty());
        }
        if (!desired.rolloutHash().equals(rollout.hash())) {
            return working("Updating", "The settings are to be put to ECS; it is soon this service's turn.");
        }
        if (rollout.state() != RolloutState.COMPLETED) {
            return rolling(desired, memory, service, now);
        }
        if (rollout.steady() == null) {
            return working("Starting", counts(service) + " since the rollout completed.");
        }
        return steady(desired, memory, service, now);
    }

    private static Health rolling(DesiredService desired, Memory memory, Service service, Instant now) {
        Rollout rollout = memory.rollout().orElseThrow();
        String why = why(desired, memory, service);
        Duration deadline = desired.settings().progressDeadline();
        if (overdue(rollout, deadline, now)) {
            return new Health(
                    State.STALLED,
                    "ProgressDeadlineExceeded",
                    "Rollout %s is not done after %d s%s.%s It goes on in ECS until the spec changes. More: kubectl describe fsvc -n %s %s"
                            .formatted(
                                    rollout.id(),
                                    deadline.toSeconds(),
                                    failedTasks(rollout),
                                    why,
                                    desired.owner().namespace(),
                                    desired.owner().name()),
                    Optional.empty());
        }
        return working(
                "RolloutInProgress",
                "Rollout %s is in progress%s.%s%s"
                        .formatted(
                                rollout.id(),
                                failedTasks(rollout),
                                goingBack(desired),
                                rollout.failedTasks() == null ? "" : why));
    }

    private static Health steady(DesiredService desired, Memory memory, Service service, Instant now) {
        Rollout rollout = memory.rollout().orElseThrow();
        int baseline = rollout.scaledTo() == null
                ? service.desiredCount()
                : Math.min(rollout.scaledTo(), service.desiredCount());
        int percent = service.deploymentConfiguration() == null
                        || service.deploymentConfiguration().minimumHealthyPercent() == null
                ? 100
                : service.deploymentConfiguration().minimumHealthyPercent();
        int least = Math.ceilDiv(baseline * percent, 100);
        Optional<String> scaling = service.runningCount().equals(service.desiredCount())
                ? Optional.empty()
                : Optional.of(counts(service) + ".");
        return service.runningCount() < least
                ? new Health(
                        State.WORKING,
                        "Degraded",
                        "%s; at least %d must run (minimumHealthyPercent %d).%s"
                                .formatted(
                                        counts(service),
                                        least,
                                        percent,
                                        Blame.of(desired, memory, service, now.minus(RECENT))
                                                .map(meaning -> " " + meaning)
                                                .orElse("")),
                        scaling)
                : new Health(
                        State.READY,
                        desired.task() instanceof TaskSource.RolledBack ? "RolledBack" : "RolloutCompleted",
                        runs(desired, service),
                        scaling);
    }

    private static String runs(DesiredService desired, Service service) {
        if (desired.task() instanceof TaskSource.RolledBack back) {
            return "The service runs %s, as spec.rollbackTo (%s) asks, and not the task in spec. To go on with that, take rollbackTo away."
                    .formatted(back.revision(), back.asked());
        }
        return desired.settings().tolerance().stays("task")
                ? "The service runs %s, which is left to others.".formatted(service.taskDefinition())
                : "The service runs the desired revision.";
    }

    /** Which revision a rollout brings, where it is not that of the spec. */
    private static String goingBack(DesiredService desired) {
        return desired.task() instanceof TaskSource.RolledBack back
                ? " It goes back to %s, as spec.rollbackTo (%s) asks.".formatted(back.revision(), back.asked())
                : "";
    }

    /** When the deadline of a rollout in progress passes. */
    static Optional<Instant> deadline(DesiredService desired, Memory memory) {
        return memory.rollout()
                .filter(rollout -> rollout.state() == RolloutState.IN_PROGRESS && rollout.since() != null)
                .map(rollout ->
                        Instant.parse(rollout.since()).plus(desired.settings().progressDeadline()));
    }

    Conditions conditions(Conditions conditions) {
        Conditions told =
                switch (state) {
                    case READY -> conditions.ready(reason, message);
                    case WORKING -> conditions.reconciling(reason, message);
                    case STALLED -> conditions.stalled(reason, message);
                };
        return state == State.READY || "Degraded".equals(reason)
                ? scaling.map(text -> told.add(SCALED, "False", "Scaling", text))
                        .orElseGet(() -> told.add(SCALED, "True", "AtDesiredCount", "Running is at the desired count."))
                : told;
    }

    private static boolean overdue(Rollout rollout, Duration deadline, Instant now) {
        return rollout.since() != null
                && now.isAfter(Instant.parse(rollout.since()).plus(deadline));
    }

    private static Health working(String reason, String message) {
        return new Health(State.WORKING, reason, message, Optional.empty());
    }

    private static String counts(Service service) {
        return "%d of %d tasks run".formatted(service.runningCount(), service.desiredCount());
    }

    private static String failedTasks(Rollout rollout) {
        return rollout.failedTasks() == null ? "" : "; %d tasks failed to start".formatted(rollout.failedTasks());
    }

    private static String why(DesiredService desired, Memory memory, Service service) {
        return Blame.of(desired, memory, service, since(memory.rollout().orElseThrow()))
                .or(() -> RolloutReading.cause(service).map(words -> "ECS says: " + sentence(words)))
                .map(words -> " " + words)
                .orElse("");
    }

    private static Instant since(Rollout rollout) {
        return rollout.since() == null ? Instant.EPOCH : Instant.parse(rollout.since());
    }

    private static String sentence(String reason) {
        if (reason == null || reason.isBlank()) {
            return "ECS gave no reason.";
        }
        return reason.endsWith(".") ? reason : reason + ".";
    }
}
