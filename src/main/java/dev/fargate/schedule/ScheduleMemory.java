package dev.fargate.schedule;

import dev.fargate.api.FargateScheduleStatus;
import dev.fargate.api.Place;
import dev.fargate.taskdefinition.OwnRevisions;
import java.util.Optional;

/** What the status of a FargateSchedule remembers for the next turn: nothing else survives a restart. */
record ScheduleMemory(Optional<Place> place, OwnRevisions revisions, Kept kept, Times times, RunLog runs) {
    private static final ScheduleMemory NONE =
            new ScheduleMemory(Optional.empty(), OwnRevisions.NONE, Kept.NONE, Times.NONE, RunLog.NONE);

    /** What EventBridge Scheduler and IAM keep for us. */
    record Kept(Optional<String> scheduleArn, Optional<String> roleArn) {
        static final Kept NONE = new Kept(Optional.empty(), Optional.empty());

        Kept schedule(String arn) {
            return new Kept(Optional.of(arn), roleArn);
        }

        Kept withoutSchedule() {
            return new Kept(Optional.empty(), roleArn);
        }

        Kept role(Optional<String> arn) {
            return new Kept(scheduleArn, arn);
        }
    }

    static ScheduleMemory of(FargateScheduleStatus status) {
        return status == null
                ? NONE
                : new ScheduleMemory(
                        Optional.ofNullable(status.place()),
                        OwnRevisions.of(status.taskDefinition()),
                        new Kept(Optional.ofNullable(status.scheduleArn()), Optional.ofNullable(status.roleArn())),
                        Times.of(status),
                        RunLog.of(status));
    }

    ScheduleMemory at(Place where) {
        return new ScheduleMemory(Optional.of(where), revisions, kept, times, runs);
    }

    ScheduleMemory with(OwnRevisions other) {
        return new ScheduleMemory(place, other, kept, times, runs);
    }

    ScheduleMemory with(Kept other) {
        return new ScheduleMemory(place, revisions, other, times, runs);
    }

    ScheduleMemory with(Times other) {
        return new ScheduleMemory(place, revisions, kept, other, runs);
    }

    ScheduleMemory with(RunLog other) {
        return new ScheduleMemory(place, revisions, kept, times.succeeded(other.lastSuccess()), other);
    }
}
