package dev.fargate.preview;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateTask;
import dev.fargate.engine.Problem;
import dev.fargate.schedule.Runs;
import java.util.List;
import java.util.Optional;

/** The runs of schedules as they stand; a preview begins and deletes none. */
record RunsAsTheyAre(ClusterView cluster) implements Runs {
    @Override
    public List<FargateTask> of(FargateSchedule schedule) {
        return cluster.runs(schedule);
    }

    @Override
    public Optional<Problem> start(FargateTask run) {
        throw new IllegalStateException("a preview writes nothing");
    }

    @Override
    public void delete(FargateTask run) {
        throw new IllegalStateException("a preview writes nothing");
    }
}
