package dev.fargate.schedule;

import dev.fargate.api.FargateSchedule;
import dev.fargate.aws.RoleBounds;
import dev.fargate.environment.EnvironmentOf;
import dev.fargate.taskdefinition.RevisionAudit;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;

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

    /**
     * What schedules name, and who else has schedules where one is.
     *
     * @param audit knows which revisions somebody deregistered
     */
    public record References(
            EnvironmentOf environments, TaskDefinitionOf taskDefinitions, Neighbours neighbours, RevisionAudit audit) {}

    /** Whether another schedule is, or is about to be, in our group at EventBridge Scheduler, which all environments share. */
    boolean shareGroup(FargateSchedule schedule) {
        return references
                .neighbours()
                .all()
                .filter(other -> !isSame(other, schedule))
                .filter(other -> !other.isMarkedForDeletion())
                .anyMatch(other -> ScheduleResolver.isLeftToScheduler(other.getSpec()));
    }

    private static boolean isSame(FargateSchedule one, FargateSchedule other) {
        return one.getMetadata().getNamespace().equals(other.getMetadata().getNamespace())
                && one.getMetadata().getName().equals(other.getMetadata().getName());
    }

    /** The schedules that there are. */
    @FunctionalInterface
    public interface Neighbours {
        Stream<FargateSchedule> all();
    }
}
