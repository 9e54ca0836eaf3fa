package dev.fargate.schedule;

import dev.fargate.api.FargateScheduleStatus.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What the metrics would show. */
final class Counted implements Measures {
    private final Map<String, Integer> counts = new TreeMap<>();

    Map<String, Integer> counts() {
        return counts;
    }

    @Override
    public void started(Duration lateness) {
        counts.merge("started", 1, Integer::sum);
        counts.merge("seconds late, all together", (int) lateness.toSeconds(), Integer::sum);
    }

    @Override
    public void ended(Outcome outcome) {
        counts.merge("ended " + outcome, 1, Integer::sum);
    }

    @Override
    public void missed(String reason) {
        counts.merge("missed " + reason, 1, Integer::sum);
    }
}
