package dev.fargate.schedule;

import dev.fargate.api.FargateScheduleSpec;
import java.time.Duration;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

/**
 * How EventBridge Scheduler starts what is due: as the spec asks, but for what stays as somebody else has made it.
 *
 * @param enabled whether it starts anything
 * @param window within which after its time a run may be started
 */
record Starting(boolean enabled, Duration window) {

    static Starting of(FargateScheduleSpec spec) {
        return new Starting(!Boolean.TRUE.equals(spec.suspend()), minutes(spec.flexibleTimeWindowMinutes()));
    }

    /** By a schedule as it is kept. */
    static Starting of(CreateScheduleRequest kept) {
        FlexibleTimeWindow window = kept.flexibleTimeWindow();
        return new Starting(kept.state() != ScheduleState.DISABLED, minutes(window.maximumWindowInMinutes()));
    }

    private static Duration minutes(Integer window) {
        return Duration.ofMinutes(window == null ? 0 : window);
    }
}
