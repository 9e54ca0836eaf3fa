package dev.fargate.runtime;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateTask;
import dev.fargate.api.FargateTaskStatus;
import dev.fargate.api.Revisions;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs, also by the FargateTaskDefinition that they name. */
final class TaskIndex {
    private static final String BY_SCHEDULE = "schedule";

    private final WorkloadIndex<FargateTask> all = new WorkloadIndex<>(
            task -> task.getSpec().environment(),
            task -> task.getStatus() == null ? List.of() : task.getStatus().conditions());

    private IndexerResourceCache<FargateTask> cache;

    void attach(IndexerResourceCache<FargateTask> primaries) {
        all.attach(primaries);
        all.indexTaskDefinitions(task -> task.getSpec().taskDefinition());
        primaries.addIndexers(
                Map.of(BY_SCHEDULE, task -> Optional.ofNullable(task.getSpec().fromSchedule())
                        .map(name -> List.of(key(task.getMetadata().getNamespace(), name)))
                        .orElse(List.of())));
        cache = primaries;
    }

    WorkloadIndex<FargateTask> all() {
        return all;
    }

    /** The runs of a schedule, each as it was written last, which the index may not know yet. */
    List<FargateTask> ofSchedule(String namespace, String name) {
        return cache.byIndex(BY_SCHEDULE, key(namespace, name)).stream()
                .map(task -> cache.get(ResourceID.fromResource(task)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is wrong, in one word each. */
    Stream<String> problems() {
        return all.listed()
                .map(FargateTask::getStatus)
                .filter(status -> status != null && status.problem() != null)
                .map(status -> status.problem().cause());
    }

    private static String key(String namespace, String schedule) {
        return namespace + "/" + schedule;
    }

    /** A schedule has changed, which runs may take something from. */
    void wakeRuns(FargateSchedule schedule) {
        ofSchedule(schedule.getMetadata().getNamespace(), schedule.getMetadata().getName()).stream()
                .filter(task -> task.getStatus() == null || task.getStatus().completionTime() == null)
                .map(ResourceID::fromResource)
                .forEach(all::wake);
    }

    /** Whether a schedule whose run it is sees something else than before. */
    static boolean changed(FargateTask before, FargateTaskStatus after) {
        FargateTaskStatus status = before.getStatus();
        return status == null
                || !Objects.equals(status.completionTime(), after.completionTime())
                || !Objects.equals(status.startTime(), after.startTime());
    }

    /** The revision that a run starts tasks of; none once it has ended, nor before it has begun. */
    static Optional<String> revision(FargateTask task) {
        return Optional.ofNullable(task.getStatus())
                .filter(status -> status.completionTime() == null)
                .map(FargateTaskStatus::taskDefinition)
                .map(Revisions::arn);
    }
}
