package dev.fargate.schedule;

import dev.fargate.api.FargateSchedule;
import dev.fargate.api.FargateScheduleSpec;
import dev.fargate.aws.Owner;
import dev.fargate.aws.RoleBounds;
import dev.fargate.cron.Expression;
import dev.fargate.cron.InvalidSchedule;
import dev.fargate.cron.Timetable;
import dev.fargate.cron.Zones;
import dev.fargate.engine.Problem;
import dev.fargate.engine.Resolution;
import dev.fargate.environment.Fence;
import dev.fargate.environment.Ownership;
import dev.fargate.environment.ResolvedEnvironment;
import dev.fargate.task.RunBlueprint;
import dev.fargate.taskdefinition.TaskDefinitionOf;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;

/** From a FargateSchedule and its environment to the schedule that should be. Pure. */
record ScheduleResolver(TaskDefinitionOf definitions, String clusterId, RoleBounds roles) {
    private static final String MANAGED = "Managed";

    Resolution<DesiredSchedule> resolve(FargateSchedule resource, ResolvedEnvironment environment) {
        FargateScheduleSpec spec = resource.getSpec();
        Owner owner = Ownership.owner(resource, clusterId);
        Optional<Problem> fenced = fenced(spec, new Fence(environment, owner.namespace()));
        if (fenced.isPresent()) {
            return new Resolution.Unresolved<>(fenced.get());
        }
        Timetable timetable;
        try {
            timetable = timetable(resource);
        } catch (InvalidSchedule e) {
            return new Resolution.Unresolved<>(
                    Problem.stalled("Invalid", "spec.schedule: %s.".formatted(e.getMessage())));
        }
        return switch (RunBlueprint.of(spec, owner, environment, definitions)) {
            case Resolution.Unresolved<RunBlueprint> unresolved -> new Resolution.Unresolved<>(unresolved.problem());
            case Resolution.Resolved<RunBlueprint> run
            when isPublicOnProviders(spec, run.desired()) ->
                new Resolution.Unresolved<>(
                        Problem.stalled(
                                "Invalid",
                                "spec.network.assignPublicIp: EventBridge Scheduler gives tasks a public address only without a capacityProviderStrategy. Remove spec.capacityProviderStrategy (and the cluster's default), set assignPublicIp to false, or set concurrencyPolicy to Forbid or Replace."));
            case Resolution.Resolved<RunBlueprint> run ->
                new Resolution.Resolved<>(new DesiredSchedule(
                        new Home(owner, environment.scope(), environment.place(), roles), timetable, run.desired()));
        };
    }

    static Timetable timetable(FargateSchedule resource) {
        FargateScheduleSpec spec = resource.getSpec();
        return new Timetable(
                Expression.parse(spec.schedule()),
                Zones.parse(spec.timeZone() == null ? "UTC" : spec.timeZone()),
                Instant.parse(resource.getMetadata().getCreationTimestamp()),
                Optional.ofNullable(spec.startDate()).map(Instant::parse),
                Optional.ofNullable(spec.endDate()).map(Instant::parse));
    }

    /** EventBridge Scheduler API reference, AwsVpcConfiguration: ENABLED only when LaunchType is FARGATE. */
    private static boolean isPublicOnProviders(FargateScheduleSpec spec, RunBlueprint run) {
        return isLeftToScheduler(spec)
                && run.request().hasCapacityProviderStrategy()
                && run.request().networkConfiguration().awsvpcConfiguration().assignPublicIp()
                        == AssignPublicIp.ENABLED;
    }

    private static Optional<Problem> fenced(FargateScheduleSpec spec, Fence fence) {
        return Optional.ofNullable(spec.role())
                .filter(role -> !isManaged(spec))
                .flatMap(fence::checkSchedulerRole)
                .or(() -> Optional.ofNullable(spec.deadLetterQueueArn()).flatMap(fence::checkQueue))
                .or(() -> Optional.ofNullable(spec.kmsKeyArn()).flatMap(fence::checkKey));
    }

    /** Whether the operator makes the role. */
    static boolean isManaged(FargateScheduleSpec spec) {
        return MANAGED.equals(spec.role());
    }

    /** Whether EventBridge Scheduler starts the runs, without the operator. */
    static boolean isLeftToScheduler(FargateScheduleSpec spec) {
        return spec.concurrencyPolicy() == null
                || spec.concurrencyPolicy() == FargateScheduleSpec.ConcurrencyPolicy.Allow;
    }
}
