package dev.fargate.schedule;

import dev.fargate.api.FargateSchedule;
import dev.fargate.aws.RoleBounds;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the loop of schedules is told from outside.
 *
 * @param clusterId names this operator's cluster in owner tags
 * @param roles where the roles for EventBridge Scheduler are, and what bounds them
 * @param rhythm how often AWS is asked
 */
public record ScheduleSettings(
        String clusterId,
        RoleBounds roles,
        References references,
        Runs runs,
        Measures measures,
        Rhythm rhythm,
        InstantSource time) {

    /**
     * How often AWS is asked.
     *
     * @param beginning after its time, until a task that EventBridge Scheduler starts is to be seen
     * @param active between looks while such a task runs, or may begin
     * @param sweep what EventBridge Scheduler holds is looked at this often
     */
    public record Rhythm(Duration beginning, Duration active, Duration sweep) {}

    /** What schedules name, and who else has schedules where one is. */
    public record References(EnvironmentOf environments, TaskDefinitionOf taskDefinitions, Neighbours neighbours) {}

    int others(FargateSchedule schedule) {
        return references
                .neighbours()
                .others(
                        schedule.getSpec().environment(),
                        schedule.getMetadata().getNamespace(),
                        schedule.getMetadata().getName());
    }

    /** Other schedules. */
    @FunctionalInterface
    public interface Neighbours {

        /** How many other FargateSchedules of the environment there are; our schedule group is theirs, too. */
        int others(String environment, String namespace, String name);
    }
}
