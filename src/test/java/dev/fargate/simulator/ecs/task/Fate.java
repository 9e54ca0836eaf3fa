package dev.fargate.simulator.ecs.task;

import java.util.Optional;

/** What will become of a task that nobody stops. */
public sealed interface Fate {

    /** Runs for ever. */
    record Runs() implements Fate {}

    /** Runs for ever, but is slow to start. */
    record StartsSlowly() implements Fate {}

    /** Never reaches RUNNING. */
    record FailsToStart(String reason) implements Fate {}

    /** An essential container ends by itself soon after RUNNING. */
    record Exits(String container, int exitCode, Optional<String> reason) implements Fate {}

    /** The health check of a container keeps failing. */
    record FailsContainerHealth(String container) implements Fate {}

    /** The load balancer's health check keeps failing. */
    record FailsTargetHealth() implements Fate {}
}
