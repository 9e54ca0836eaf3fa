package dev.fargate.preview;

import dev.fargate.api.FargateScheduleStatus.Outcome;
import dev.fargate.schedule.Measures;
import java.time.Duration;

/** Nobody reads what a preview would count. */
final class NoMeasures implements Measures {
    @Override
    public void started(Duration lateness) {}

    @Override
    public void ended(Outcome outcome) {}

    @Override
    public void missed(String reason) {}
}
