package dev.fargate.simulator.ecs.task;

import java.util.Optional;

/**
 * Why a task stops.
 *
 * @param code one of AWS's stop codes, such as {@code ServiceSchedulerInitiated}
 * @param container the container that ended by itself, if one did
 * @param exitCode of that container, or of all when the task is told to stop; none if no container ran
 * @param containerReason what the container's own reason says
 */
public record Stop(
        String code,
        String reason,
        Optional<String> container,
        Optional<Integer> exitCode,
        Optional<String> containerReason) {
    // A process that ends on the SIGTERM of StopTask.
    private static final int TERMINATED = 143;

    static Stop failedToStart(String reason) {
        return new Stop("TaskFailedToStart", reason, Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    static Stop exited(Fate.Exits exit) {
        return new Stop(
                "EssentialContainerExited",
                "Essential container in task exited",
                Optional.of(exit.container()),
                Optional.of(exit.exitCode()),
                exit.reason());
    }

    /** The task is told to stop, by the scheduler, a person or the platform. */
    public static Stop told(String code, String reason) {
        return new Stop(code, reason, Optional.empty(), Optional.of(TERMINATED), Optional.empty());
    }

    public static Stop byScheduler(String reason) {
        return told("ServiceSchedulerInitiated", reason);
    }
}
