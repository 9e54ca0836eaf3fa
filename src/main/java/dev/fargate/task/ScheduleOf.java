package dev.fargate.task;

import dev.fargate.api.FargateSchedule;
import java.util.Optional;

/** What is known of the schedules that runs name. */
public interface ScheduleOf {
    Optional<FargateSchedule> find(String namespace, String name);
}
