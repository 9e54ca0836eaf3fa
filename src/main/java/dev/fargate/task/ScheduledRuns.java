package dev.fargate.task;

import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.api.FargateTaskSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The runs of a schedule as FargateTasks. Pure. */
public final class ScheduledRuns {
    private ScheduledRuns() {}

    /** A run of a schedule, with everything but the task definition, which stays the schedule's. */
    public static FargateTaskSpec of(String name, FargateScheduleSpec schedule) {
        return complete(bare(name, schedule), schedule);
    }

    /** What each run of a schedule asks ECS for, with its task definition. */
    static FargateTaskSpec withTask(FargateScheduleSpec schedule) {
        FargateTaskSpec run = complete(bare(null, schedule), schedule);
        return new FargateTaskSpec(
                run.environment(),
                schedule.task(),
                schedule.taskDefinition(),
                null,
                run.overrides(),
                run.completions(),
                run.parallelism(),
                run.backoffLimit(),
                run.backoffSeconds(),
                run.activeDeadlineSeconds(),
                run.ttlSecondsAfterFinished(),
                run.failurePolicy(),
                run.suspend(),
                run.capacityProviderStrategy(),
                run.platformVersion(),
                run.network(),
                run.propagateTags(),
                run.enableECSManagedTags(),
                run.enableExecuteCommand(),
                run.managementPolicy(),
                run.deletionPolicy(),
                run.tags());
    }

    private static FargateTaskSpec bare(String name, FargateScheduleSpec schedule) {
        return new FargateTaskSpec(
                schedule.environment(),
                null,
                null,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                schedule.deletionPolicy(),
                null);
    }

    /** What a run that names a schedule does not say itself is as the schedule says. */
    static FargateTaskSpec complete(FargateTaskSpec run, FargateScheduleSpec schedule) {
        int completions = or(run.completions(), or(schedule.count(), 1));
        return new FargateTaskSpec(
                run.environment(),
                run.task(),
                run.taskDefinition(),
                run.fromSchedule(),
                or(run.overrides(), schedule.overrides()),
                completions,
                or(run.parallelism(), completions),
                or(run.backoffLimit(), schedule.backoffLimit()),
                or(run.backoffSeconds(), schedule.backoffSeconds()),
                or(run.activeDeadlineSeconds(), schedule.activeDeadlineSeconds()),
                run.ttlSecondsAfterFinished(),
                or(run.failurePolicy(), schedule.failurePolicy()),
                run.suspend(),
                or(run.capacityProviderStrategy(), schedule.capacityProviderStrategy()),
                or(run.platformVersion(), schedule.platformVersion()),
                or(run.network(), schedule.network()),
                or(run.propagateTags(), schedule.propagateTags()),
                or(run.enableECSManagedTags(), schedule.enableECSManagedTags()),
                or(run.enableExecuteCommand(), schedule.enableExecuteCommand()),
                run.managementPolicy(),
                run.deletionPolicy(),
                tags(run.tags(), schedule.tags()));
    }

    private static <T> T or(T own, T schedules) {
        return own == null ? schedules : own;
    }

    private static <T> List<T> or(List<T> own, List<T> schedules) {
        return own.isEmpty() ? schedules : own;
    }

    private static Map<String, String> tags(Map<String, String> own, Map<String, String> schedules) {
        Map<String, String> tags = new HashMap<>(schedules);
        tags.putAll(own);
        return tags;
    }
}
