package dev.fargate.schedule;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateTask;
import dev.fargate.engine.Problem;
import java.util.List;
import java.util.Optional;

/** The FargateTasks of schedules. */
public interface Runs {

    /** All that name the schedule, also those that somebody else has created and those that are being deleted. */
    List<FargateTask> of(FargateSchedule schedule);

    /** Creates the run unless it is there already; why not, if the API server refuses it. */
    Optional<Problem> start(FargateTask run);

    /** Deletes the run as it was looked at; its finalizer stops what runs. */
    void delete(FargateTask run);
}
