package dev.fargate.runtime;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.Revisions;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The schedules, also by the FargateTaskDefinition that they name. */
final class ScheduleIndex {
    private final WorkloadIndex<FargateSchedule> all = new WorkloadIndex<>(
            schedule -> schedule.getSpec().environment(),
            schedule -> schedule.getStatus() == null
                    ? List.of()
                    : schedule.getStatus().conditions());

    void attach(IndexerResourceCache<FargateSchedule> primaries) {
        all.attach(primaries);
        all.indexTaskDefinitions(schedule -> schedule.getSpec().taskDefinition());
    }

    WorkloadIndex<FargateSchedule> all() {
        return all;
    }

    /** The revision that a schedule runs next. */
    static Optional<String> revision(FargateSchedule schedule) {
        return Optional.ofNullable(schedule.getStatus())
                .map(FargateScheduleStatus::taskDefinition)
                .map(Revisions::arn);
    }

    /** The revision of each in an environment, and whom to wake for it. */
    Map<String, Runnable> revisions(String environment) {
        Map<String, Runnable> owners = new HashMap<>();
        all.naming(environment).forEach(schedule -> revision(schedule)
                .ifPresent(arn -> owners.put(arn, () -> all.wake(ResourceID.fromResource(schedule)))));
        return owners;
    }

    /** How many others of its environment there are. */
    int others(String environment, String namespace, String name) {
        return (int) all.naming(environment).stream()
                .filter(other -> !(other.getMetadata().getNamespace().equals(namespace)
                        && other.getMetadata().getName().equals(name)))
                .count();
    }

    /** Whether runs that name it see something else than before. */
    static boolean changed(FargateSchedule before, FargateScheduleStatus after) {
        FargateScheduleStatus status = before.getStatus();
        return status == null
                || !Objects.equals(status.taskDefinition(), after.taskDefinition())
                || !Objects.equals(status.observedGeneration(), after.observedGeneration());
    }
}
