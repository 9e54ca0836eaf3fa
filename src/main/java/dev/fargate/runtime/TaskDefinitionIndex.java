package dev.fargate.runtime;

import dev.fargate.api.FargateTaskDefinition;
import dev.fargate.api.FargateTaskDefinitionStatus;
import dev.fargate.engine.Conditions;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The task definitions that services name. */
final class TaskDefinitionIndex {
    private final WorkloadIndex<FargateTaskDefinition> all = new WorkloadIndex<>(
            definition -> definition.getSpec().environment(),
            definition -> definition.getStatus() == null
                    ? List.of()
                    : definition.getStatus().conditions());

    void attach(IndexerResourceCache<FargateTaskDefinition> primaries) {
        all.attach(primaries);
    }

    WorkloadIndex<FargateTaskDefinition> all() {
        return all;
    }

    /** The newest revision of each in an environment, and whom to wake for it. */
    Map<String, Runnable> revisions(String environment) {
        Map<String, Runnable> owners = new HashMap<>();
        all.naming(environment).forEach(definition -> Optional.ofNullable(definition.getStatus())
                .map(FargateTaskDefinitionStatus::taskDefinition)
                .filter(known -> known.arn() != null)
                .ifPresent(known -> owners.put(known.arn(), () -> all.wake(ResourceID.fromResource(definition)))));
        return owners;
    }

    /** Whether services see something else than before. */
    static boolean changed(FargateTaskDefinition before, FargateTaskDefinitionStatus after) {
        FargateTaskDefinitionStatus status = before.getStatus();
        return status == null
                || !Objects.equals(status.taskDefinition(), after.taskDefinition())
                || !Objects.equals(status.observedGeneration(), after.observedGeneration())
                || Conditions.isTrue(status.conditions(), Conditions.READY)
                        != Conditions.isTrue(after.conditions(), Conditions.READY);
    }
}
