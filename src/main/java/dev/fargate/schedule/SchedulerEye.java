package dev.fargate.schedule;

import dev.fargate.aws.Aws;
import dev.fargate.aws.Roles;
import dev.fargate.aws.Schedules;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/**
 * What EventBridge Scheduler and IAM hold of one schedule.
 *
 * @param sharesGroup another FargateSchedule is in the group, or may be about to be
 */
record SchedulerEye(Aws aws, Home home, boolean sharesGroup) {

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

    /** The names of all schedules in the group, whosever they are. */
    Set<String> inGroup() {
        return aws.schedules().list(home.group()).stream()
                .map(Schedules.Summary::name)
                .collect(Collectors.toSet());
    }

    Optional<Role> role() {
        return aws.roles()
                .describe(home.role())
                .map(role -> new Role(role, aws.roles().policy(home.role(), SchedulerNames.POLICY)));
    }
}
