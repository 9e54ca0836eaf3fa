package dev.fargate.runtime;

import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.Revisions;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.List;
import java.util.Optional;

/** The runs, also by the FargateTaskDefinition that they name. */
final class TaskIndex {
    private final WorkloadIndex<FargateTask> all = new WorkloadIndex<>(
            task -> task.getSpec().environment(),
            task -> task.getStatus() == null ? List.of() : task.getStatus().conditions());

    void attach(IndexerResourceCache<FargateTask> primaries) {
        all.attach(primaries);
        all.indexTaskDefinitions(task -> task.getSpec().taskDefinition());
    }

    WorkloadIndex<FargateTask> all() {
        return all;
    }

    /** The revision that a run starts tasks of; none once it has ended, nor before it has begun. */
    static Optional<String> revision(FargateTask task) {
        return Optional.ofNullable(task.getStatus())
                .filter(status -> status.completionTime() == null)
                .map(FargateTaskStatus::taskDefinition)
                .map(Revisions::arn);
    }
}
