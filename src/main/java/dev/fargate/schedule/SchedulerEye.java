package dev.fargate.schedule;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Roles;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/**
 * What EventBridge Scheduler and IAM hold of one schedule.
 *
 * @param others FargateSchedules of the environment, which may be about to use the group
 */
record SchedulerEye(Aws aws, Home home, int others) {

    /** A group that is there. */
    record Group(boolean deleting, Map<String, String> tags) {}

    /** A role that is there, with the text of our policy in it. */
    record Role(Roles.Role role, Optional<String> policy) {}

    Optional<GetScheduleResponse> schedule() {
        return aws.schedules().describe(home.group(), home.schedule());
    }

    Optional<Group> group() {
        return aws.scheduleGroups()
                .describe(home.group())
                .map(group -> new Group(group.deleting(), aws.scheduleGroups().tags(group.arn())));
    }

    /** Whether no schedule but this one is in the group, whosever it is. */
    boolean isLastOfGroup() {
        return others == 0
                && aws.schedules().list(home.group()).stream()
                        .allMatch(schedule -> schedule.name().equals(home.schedule()));
    }

    Optional<Role> role() {
        return aws.roles()
                .describe(home.role())
                .map(role -> new Role(role, aws.roles().policy(home.role(), SchedulerNames.POLICY)));
    }
}
