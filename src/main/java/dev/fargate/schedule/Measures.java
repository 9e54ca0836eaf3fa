package dev.fargate.schedule;

import dev.fargate.api.FargateScheduleStatus.Outcome;
import java.time.Duration;

/** What is counted over all schedules. */
public interface Measures {

    /** A run was started so long after it was due. */
    void started(Duration lateness);

    void ended(Outcome outcome);

    /** A run that was due was not started. */
    void missed(String reason);
}
