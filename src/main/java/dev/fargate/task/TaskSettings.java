package dev.fargate.task;

import dev.fargate.api.FargateTask;
import dev.fargate.cost.PriceTable;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.preflight.Preflights;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What the loop of runs is told from outside.
 *
 * @param clusterId names this operator's cluster in owner tags
 * @param expired deletes a resource whose ttlSecondsAfterFinished is over
 * @param preflights knows what tasks will meet with
 */
public record TaskSettings(
        String clusterId,
        References references,
        Rhythm rhythm,
        Consumer<FargateTask> expired,
        PriceTable prices,
        Preflights preflights,
        InstantSource time) {

    /** What runs name. */
    public record References(EnvironmentOf environments, TaskDefinitionOf taskDefinitions, ScheduleOf schedules) {}
}
