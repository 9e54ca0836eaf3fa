package dev.fargate.schedule;

import dev.fargate.environment.EnvironmentOf;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the loop of schedules is told from outside.
 *
 * @param clusterId names this operator's cluster in owner tags
 * @param sweep what EventBridge Scheduler holds is looked at this often
 */
public record ScheduleSettings(
        String clusterId, References references, Runs runs, Measures measures, Duration sweep, InstantSource time) {

    /** What schedules name, and who else has schedules where one is. */
    public record References(EnvironmentOf environments, TaskDefinitionOf taskDefinitions, Neighbours neighbours) {}

    /** Other schedules. */
    @FunctionalInterface
    public interface Neighbours {

        /** How many other FargateSchedules of the environment there are; our schedule group is theirs, too. */
        int others(String environment, String namespace, String name);
    }
}
